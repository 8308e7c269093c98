import { SideMessage } from '../_work/side-message';

export default function NotFound() {
  return <SideMessage side="volunteer" topic="not_found" />;
}
