import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  /** Names the column, and on a phone, where a row stands as a block of its own, each of its values. */
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The column that names the row. */
  names?: boolean;
  /** Numbers stand at the end of their column. */
  end?: boolean;
}

/**
 * What the elements are anyway; said because some browsers forget it where a style sheet lays rows out as blocks.
 * Spread, so that it is not mistaken for a needless repetition.
 */
const as = (role: string) => ({ role });

/**
 * A plain table with its caption; where it is too wide it scrolls by itself, also by keyboard. At the desk's phone
 * width each row is a block with the name of the column before each value.
 */
export function DataTable<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll" aria-label={props.caption} tabIndex={0}>
      <table className="sheet" {...as('table')}>
        <caption>{props.caption}</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={column.end ? 'at-end' : undefined} {...as('columnheader')}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} {...as('row')}>
              {props.columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row" {...as('rowheader')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    className={column.end ? 'at-end' : undefined}
                    data-head={typeof column.head === 'string' ? column.head : undefined}
                    {...as('cell')}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
