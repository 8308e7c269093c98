import { wordsLang } from '../_shell/names';
import type { Reader } from '../_track/viewer';

/** `PL-YS-2023-001` → the year and the number in it. */
function numberOf(code: string): { year: string; number: number } {
  const [, year = '', serial = ''] = /-(\d{4})-(\d+)$/.exec(code) ?? [];
  return { year, number: Number(serial) };
}

/** The head of a public document: where, what kind, its number of the year, the title in 宋体, the double rule. */
export function DocumentHead(props: {
  code: string;
  kind: string;
  place: string;
  title: { zh: string; en: string };
  reader: Reader;
}) {
  const { t, locale } = props.reader;
  const { zh, en } = props.title;
  const english = locale === 'en' && en !== zh ? en : null;
  return (
    <header>
      <p className="quiet doc-kind">
        {t('board.head', { place: props.place, kind: props.kind, ...numberOf(props.code) })}
      </p>
      <h1 lang={english ? undefined : wordsLang(locale)}>{english ?? zh}</h1>
      {english && (
        <p className="quiet" lang="zh-CN">
          {zh}
        </p>
      )}
      <div className="doc-rule" />
    </header>
  );
}
