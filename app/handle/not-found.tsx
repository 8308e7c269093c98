import { SideMessage } from '../_work/side-message';

export default function NotFound() {
  return <SideMessage side="handle" topic="not_found" />;
}
