import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export interface TimelineNode {
  key: string;
  state: 'now' | 'past' | 'next';
  title: ReactNode;
  meta?: ReactNode;
  icon?: IconName;
  content?: ReactNode;
}

/**
 * Newest on top, as parcel tracking has taught everybody: now is solid with its icon, past is hollow with a tick, what
 * comes next is dashed. `words` tell the same to who cannot see it.
 */
export function Timeline({ nodes, words }: { nodes: TimelineNode[]; words: Record<TimelineNode['state'], string> }) {
  return (
    <ol className="timeline">
      {nodes.map((node) => (
        <li key={node.key} className={`tl-${node.state}`} aria-current={node.state === 'now' ? 'step' : undefined}>
          <span className="dot">
            {node.state !== 'next' && <Icon name={node.state === 'past' ? 'check' : (node.icon ?? 'circle-check')} />}
          </span>
          <p className="tl-title">
            <span className="away">{words[node.state]}</span>
            {node.title}
          </p>
          {node.meta && <p className="tl-meta">{node.meta}</p>}
          {node.content}
        </li>
      ))}
    </ol>
  );
}
