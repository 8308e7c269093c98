import { PlainMessage } from './_shell/plain-message';

export default function Forbidden() {
  return <PlainMessage topic="forbidden" />;
}
