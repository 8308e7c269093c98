import '../_desk/desk.css';
import type { ReactNode } from 'react';
import { FreshPage } from '../_shell/fresh-page';

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <FreshPage />
      {children}
    </>
  );
}
