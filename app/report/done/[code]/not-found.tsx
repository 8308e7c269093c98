import { PlainMessage } from '@/app/_shell/plain-message';

export default function NotFound() {
  return <PlainMessage topic="no_receipt" />;
}
