import '../_desk/desk.css';
import '../_desk/queue.css';
import type { ReactNode } from 'react';
import { FreshPage } from '../_shell/fresh-page';

export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <FreshPage />
      {children}
    </>
  );
}
