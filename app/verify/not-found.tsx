import { SideMessage } from '../_work/side-message';

export default function NotFound() {
  return <SideMessage side="verify" topic="not_found" />;
}
