/**
 * A sentence of this site around words that somebody wrote: on an English page Chinese ones are marked as Chinese, so
 * that they are read out as such (WCAG 3.1.2).
 */
export function SaidWords({ sentence, words }: { sentence: string; words: string }) {
  const at = words ? sentence.indexOf(words) : -1;
  if (at < 0 || !/\p{Script=Han}/u.test(words)) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <span lang="zh-CN">{words}</span>
      {sentence.slice(at + words.length)}
    </>
  );
}
