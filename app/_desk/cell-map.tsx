import { BlockMap, type MapPin } from '@/components/block-map';
import type { Locale } from '@/components/preferences';
import type { CellLoad } from '@/lib/orders/queries/count-by-cell';
import { blockMap } from '@/lib/places/block-map';
import type { CellView } from '@/lib/places/queries/list-cells';
import { rowName } from '../_shell/names';
import type { Translate } from '../_shell/translate';

const size = { width: 460, height: 400, padding: 6 };

/** Short name on the map: C for C网格; the whole name stands in the title and in the table. */
const shortName = (name: string) => name.replace(/网格$/, '').replace(/^Cell /, '');

/** Late ones and those due within two hours, beside the cell's name; glyph and tone tell them apart. */
function pinsOf(code: string, at: { x: number; y: number }, load: CellLoad): MapPin[] {
  const pin = (place: number, tone: MapPin['tone'], glyph: string): MapPin => ({
    id: `${code} ${tone}`,
    at: { x: at.x + 6 + 18 * place, y: at.y + size.width / 60 },
    tone,
    glyph,
  });
  return [
    ...(load.overdue > 0 ? [pin(1, 'cinnabar', '!')] : []),
    ...(load.dueSoon > 0 ? [pin(load.overdue > 0 ? 2 : 1, 'gold', String(load.dueSoon))] : []),
  ];
}

/**
 * The block map of the desk, shaded by open load; a cell with late orders has a pin with a sign, one with orders that are
 * due within two hours a pin with their number. Each cell leads to its open orders, so that the list shows exactly the
 * number that the map does. `marked`: the cell of the order in the pane.
 */
export function CellMap(props: {
  cells: CellView[];
  loads: ReadonlyMap<string, CellLoad>;
  current?: string;
  marked?: string | null;
  hrefOf: (cell: string | undefined) => string;
  locale: Locale;
  t: Translate;
}) {
  const { cells, loads, current, marked, locale, t } = props;
  const map = blockMap(cells, size);
  if (!map) return null;
  const byCode = new Map(cells.map((cell) => [cell.code, cell]));
  const drawn = map.cells.flatMap(({ code, path, label }) => {
    const cell = byCode.get(code);
    if (!cell) return [];
    const load = loads.get(code) ?? { open: 0, overdue: 0, dueSoon: 0 };
    const name = rowName(locale, cell);
    return [{ code, path, at: label, name, load }];
  });
  return (
    <BlockMap
      label={t('desk.map.label')}
      viewBox={{ width: size.width, height: size.height }}
      cells={drawn.map(({ code, path, at, name, load }) => ({
        id: code,
        path,
        at,
        name: shortName(name),
        value: load.open,
        href: props.hrefOf(code === current ? undefined : code),
        title: [
          t('desk.map.cell', { name, open: load.open, overdue: load.overdue, soon: load.dueSoon }),
          code === marked && t('desk.map.marked'),
        ]
          .filter(Boolean)
          .join(' '),
        current: code === current,
        marked: code === marked,
      }))}
      pins={drawn.flatMap(({ code, at, load }) => pinsOf(code, at, load))}
      pinsNote={t('desk.map.pins')}
      legend={{ title: t('common.map.open'), from: '0', to: '9+' }}
      sketchNote={t('common.map.sketch')}
      table={{
        summary: t('common.map.as_list'),
        caption: t('desk.map.caption'),
        nameHead: t('common.map.cell'),
        valueHead: t('common.map.open'),
      }}
    />
  );
}
