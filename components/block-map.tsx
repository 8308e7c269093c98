import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { DataTable } from './data-table';

export interface MapCell {
  id: string;
  /** SVG path in the units of `viewBox`. */
  path: string;
  /** Short name in the cell, and where it stands. */
  name: string;
  at: { x: number; y: number };
  value: number;
  href: string;
  /** Full name for the title and the table: A 格，在办 3 件. */
  title: string;
  current?: boolean;
  /** What is being looked at lies in it: outlined, as a current one is; `title` says so in words. */
  marked?: boolean;
}

export interface MapPin {
  id: string;
  at: { x: number; y: number };
  tone: 'info' | 'violet' | 'teal' | 'gold' | 'cinnabar';
  /** One sign, so that the colour is not needed: a count, or ! for overdue. */
  glyph: string;
}

/** The step (1 to 5) of a value: how many of the four rising bounds it has passed. */
export function mapStep(value: number, bounds: readonly [number, number, number, number]): number {
  return 1 + bounds.filter((bound) => value >= bound).length;
}

/**
 * Block map drawn by the server: each cell a link, shaded in five steps by its value, with the same numbers in a table
 * beneath. A map that only says where something lies has neither `legend` nor `table`. It is a sketch and says so
 * (`sketchNote`): it proves no boundary.
 */
export function BlockMap(props: {
  label: string;
  viewBox: { width: number; height: number };
  cells: MapCell[];
  pins?: MapPin[];
  bounds?: readonly [number, number, number, number];
  legend?: { title: ReactNode; from: ReactNode; to: ReactNode };
  /** What the signs of the pins mean. */
  pinsNote?: ReactNode;
  sketchNote: ReactNode;
  table?: { summary: ReactNode; caption: string; nameHead: ReactNode; valueHead: ReactNode };
}) {
  const { width, height } = props.viewBox;
  const bounds = props.bounds ?? [1, 3, 6, 9];
  const unit = width / 46;
  const outlined = props.cells.filter((cell) => cell.current || cell.marked);
  return (
    <div className="blockmap stack-tight">
      {/* biome-ignore lint/a11y/useSemanticElements: inside an svg there is no fieldset */}
      <svg
        className="blockmap-art"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={props.label}
        fontSize={unit}
      >
        {props.cells.map((cell) => (
          <a key={cell.id} href={cell.href} aria-label={cell.title} aria-current={cell.current ? 'true' : undefined}>
            <title>{cell.title}</title>
            <path className={`cell cell-${mapStep(cell.value, bounds)}`} d={cell.path} />
            <text className="cell-name" x={cell.at.x} y={cell.at.y + unit / 3}>
              {cell.name}
            </text>
          </a>
        ))}
        {outlined.map((cell) => (
          <path key={cell.id} className="cell-current" d={cell.path} />
        ))}
        {props.pins?.map((pin) => (
          <g key={pin.id} transform={`translate(${pin.at.x} ${pin.at.y}) scale(${unit / 12})`}>
            <path
              className={classNames('pin', `pin-${pin.tone}`)}
              d="M0 0C-5-7-10-11-10-18a10 10 0 1 1 20 0C10-11 5-7 0 0z"
            />
            <text className="pin-glyph" y="-13" fontSize="13">
              {pin.glyph}
            </text>
          </g>
        ))}
      </svg>
      <p className="legend">
        {props.legend && (
          <>
            <span>{props.legend.title}</span>
            <span>{props.legend.from}</span>
            <svg viewBox="0 0 110 12" aria-hidden="true">
              {[1, 2, 3, 4, 5].map((step) => (
                <rect
                  key={step}
                  className={`cell cell-${step} cell-sample`}
                  x={(step - 1) * 22}
                  width="21"
                  height="12"
                />
              ))}
            </svg>
            <span>{props.legend.to}</span>
          </>
        )}
        {props.pinsNote && <span className="legend-pins">{props.pinsNote}</span>}
        <span className="quiet">{props.sketchNote}</span>
      </p>
      {props.table && (
        <details>
          <summary>{props.table.summary}</summary>
          <DataTable
            caption={props.table.caption}
            rows={props.cells}
            rowKey={(cell) => cell.id}
            columns={[
              {
                key: 'name',
                head: props.table.nameHead,
                cell: (cell) => <a href={cell.href}>{cell.name}</a>,
                names: true,
              },
              { key: 'value', head: props.table.valueHead, cell: (cell) => cell.value, end: true },
            ]}
          />
        </details>
      )}
    </div>
  );
}
