import type { ReactNode } from 'react';
import { classNames } from './class-names';

/**
 * The desk's panes: list (420 px), an optional middle (map), detail (380 px beside a middle). Below 1280 px the middle
 * goes under the two, below 900 px all stack in reading order.
 */
export function Panes(props: {
  listLabel: string;
  detailLabel: string;
  list: ReactNode;
  middle?: ReactNode;
  detail: ReactNode;
}) {
  return (
    <div className={classNames('panes', props.middle !== undefined && 'panes-three')}>
      <section className="pane pane-list" aria-label={props.listLabel}>
        {props.list}
      </section>
      {props.middle !== undefined && <div className="pane pane-middle">{props.middle}</div>}
      <section className="pane pane-detail" aria-label={props.detailLabel}>
        {props.detail}
      </section>
    </div>
  );
}
