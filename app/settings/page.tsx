import { permanentRedirect } from 'next/navigation';

/** The address that people guess; size and language are all that a browser sets. */
export default function Settings(): never {
  permanentRedirect('/settings/display');
}
