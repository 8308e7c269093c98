import type { Locale } from '@/components/preferences';
import { QrCode } from '@/components/qr-code';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

import type { SheetPoint } from './load-sheets';

export const papers = ['a6', 'a4'] as const;
export type Paper = (typeof papers)[number];

export interface SheetWords {
  zh: Translate;
  en: Translate;
}

interface Shared extends SheetWords {
  /** Of the site, as residents reach it. */
  origin: string;
  /** The community's telephone, else the hotline. */
  phone: string | null;
  demo: boolean;
}

/** One sheet to put up: where it hangs, the code to scan, what for in both languages, whom to call. */
function Sheet({ point, origin, phone, demo, zh, en }: Shared & { point: SheetPoint }) {
  const name = (locale: Locale, row: { nameZh: string; nameEn: string }) => rowName(locale, row);
  const where = (locale: Locale) =>
    [point.community, ...(point.cell ? [point.cell] : [])].map((row) => name(locale, row)).join(' · ');
  return (
    <section className="sheet">
      <header className="sheet-head">
        {demo && <p className="sheet-demo">{zh('common.demo.words')}</p>}
        <p>{where('zh-CN')}</p>
        <h2>{point.nameZh}</h2>
        <p className="sheet-en" lang="en">
          {point.nameEn} · {where('en')}
        </p>
      </header>
      <p className="sheet-ask">{zh('sheets.ask')}</p>
      <QrCode
        className="sheet-qr"
        text={`${origin}/q/${encodeURIComponent(point.code)}`}
        label={zh('sheets.qr', { place: point.nameZh })}
      />
      <p className="sheet-en" lang="en">
        {en('sheets.ask')}
      </p>
      <p>
        {zh('sheets.code')} <span className="sheet-code">{point.code}</span>
      </p>
      <footer className="sheet-foot">
        {phone && (
          <p className="sheet-phone">
            {zh('sheets.phone')} <span lang="en">{en('sheets.phone')}</span> {phone}
          </p>
        )}
        <p>{zh('sheets.emergency')}</p>
        <p lang="en">{en('sheets.emergency')}</p>
      </footer>
    </section>
  );
}

/** All sheets that were chosen: A4 one a leaf, A6 four a leaf. */
export function SheetPage(props: Shared & { points: SheetPoint[]; paper: Paper; desk: Translate }) {
  const { points, paper, desk, ...shared } = props;
  const perLeaf = paper === 'a6' ? 4 : 1;
  const leaves = Array.from({ length: Math.ceil(points.length / perLeaf) }, (_, at) =>
    points.slice(at * perLeaf, (at + 1) * perLeaf),
  );
  return (
    <>
      <nav className="sheet-tools no-print" aria-label={desk('nav.label')}>
        <b>{desk('sheets.print', { sheets: points.length, leaves: leaves.length })}</b>
        <a href="/desk/qr">{desk('sheets.back')}</a>
      </nav>
      <main id="main" lang="zh-CN">
        <h1 className="away">{desk('sheets.title')}</h1>
        {leaves.map((leaf) => (
          <div key={leaf[0]?.code} className={paper === 'a6' ? 'leaf leaf-four' : 'leaf leaf-one'}>
            {leaf.map((point) => (
              <Sheet key={point.code} point={point} {...shared} />
            ))}
          </div>
        ))}
      </main>
    </>
  );
}
