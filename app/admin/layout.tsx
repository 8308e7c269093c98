import '../_desk/desk.css';
import type { ReactNode } from 'react';
import { StaffFrame } from '../_shell/staff-frame';

export default function AdminLayout({ children }: { children: ReactNode }) {
  return <StaffFrame>{children}</StaffFrame>;
}
