import '../_desk/desk.css';
import '../_desk/queue.css';
import type { ReactNode } from 'react';

export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
