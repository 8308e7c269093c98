'use client';

import { useEffect, useState } from 'react';

interface Props {
  /** Id of the file field. */
  field: string;
  mostBytes: number;
  /** `{size}` stands for megabytes. */
  words: { sending: string; tooLarge: string; notPdf: string };
}

const inMegabytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);

/**
 * Beside a file field: says of a file that was chosen whether it will be taken, before it is sent, and while it is on its
 * way that it is. What a file is, the server alone judges; without script it says all of it afterwards.
 */
export function FileSending({ field, mostBytes, words }: Props) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const input = document.getElementById(field);
    if (!(input instanceof HTMLInputElement)) return;
    const { form } = input;
    const say = (template: string, file: File) => setSaid(template.replace('{size}', inMegabytes(file.size)));
    const onChange = () => {
      const file = input.files?.[0];
      if (!file) return setSaid('');
      if (file.size > mostBytes) return say(words.tooLarge, file);
      return /\.pdf$/i.test(file.name) ? setSaid('') : say(words.notPdf, file);
    };
    const onSubmit = () => {
      const file = input.files?.[0];
      if (file) say(words.sending, file);
    };
    // Going back finds the page as it stood, with what was on its way then.
    const onShow = () => setSaid('');
    input.addEventListener('change', onChange);
    form?.addEventListener('submit', onSubmit);
    window.addEventListener('pageshow', onShow);
    return () => {
      input.removeEventListener('change', onChange);
      form?.removeEventListener('submit', onSubmit);
      window.removeEventListener('pageshow', onShow);
    };
  }, [field, mostBytes, words]);
  return (
    <p role="status" className="hint">
      {said}
    </p>
  );
}
