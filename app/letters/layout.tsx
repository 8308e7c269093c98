import '../_work/work.css';
import '../_letters/letters.css';
import type { ReactNode } from 'react';
import { FreshPage } from '../_shell/fresh-page';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <FreshPage />
      {children}
    </>
  );
}
