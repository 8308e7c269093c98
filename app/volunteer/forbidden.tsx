import { SideMessage } from '../_work/side-message';

export default function Forbidden() {
  return <SideMessage side="volunteer" topic="forbidden" />;
}
