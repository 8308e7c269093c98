'use client';

import { useEffect, useState } from 'react';
import { pressedBox } from '../keys/select-rows';

/** How many rows are ticked, and ranges by Shift; without script the words that say what to do stay. */
export function Picked({ text, none }: { text: string; none: string }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const boxes = '.row-pick input:checked';
    const look = () => setCount(document.querySelectorAll(boxes).length);
    const onClick = (event: MouseEvent) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || !box.closest('.row-pick')) return;
      pressedBox(box, event.shiftKey);
      look();
    };
    look();
    document.addEventListener('click', onClick);
    document.addEventListener('change', look);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('change', look);
    };
  }, []);
  return (
    <output className={count > 0 ? 'strong' : 'quiet small'}>
      {count > 0 ? text.replace('#', String(count)) : none}
    </output>
  );
}
