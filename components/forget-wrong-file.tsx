'use client';

import { useEffect } from 'react';

const isOf = ({ accept, files }: HTMLInputElement) =>
  files !== null && files.length > 0 && [...files].every(({ type }) => accept.split(',').includes(type));

/**
 * Stands in a file field that was refused: once files of the kinds that it takes are chosen in it, or in the one beside it,
 * its red words and their line in the summary go. Without script they stay until the form is sent again.
 */
export function ForgetWrongFile({ id }: { id: string }) {
  useEffect(() => {
    const input = document.getElementById(id);
    const beside = input?.closest('.file')?.parentElement;
    if (!input || !beside) return;
    const described = input.getAttribute('aria-describedby') ?? '';
    const errorId = `${id}-error`;
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.closest('.file')?.parentElement !== beside) return;
      const isRight = isOf(target);
      const hide = (found: Element | null | undefined) => found?.toggleAttribute('hidden', isRight);
      hide(document.getElementById(errorId));
      const summary = document.getElementById('errors');
      hide(summary?.querySelector(`a[href="#${id}"]`)?.closest('li'));
      summary?.toggleAttribute('hidden', summary.querySelector('li:not([hidden])') === null);
      if (isRight) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', isRight ? described.replace(errorId, '').trim() : described);
    };
    beside.addEventListener('change', onChange);
    return () => beside.removeEventListener('change', onChange);
  }, [id]);
  return null;
}
