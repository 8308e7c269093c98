import '../_work/work.css';
import type { ReactNode } from 'react';
import { StaffFrame } from '../_shell/staff-frame';

export default function Layout({ children }: { children: ReactNode }) {
  return <StaffFrame>{children}</StaffFrame>;
}
