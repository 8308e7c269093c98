import '../_desk/desk.css';
import '../_desk/queue.css';
import type { ReactNode } from 'react';
import { StaffFrame } from '../_shell/staff-frame';

export default function OversightLayout({ children }: { children: ReactNode }) {
  return <StaffFrame>{children}</StaffFrame>;
}
