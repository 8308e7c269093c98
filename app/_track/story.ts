import type { IconName } from '@/components/icon';
import type { TimelineEntry } from '@/lib/orders/timeline';

/** One line of the story as a resident reads it: the message below `event.resident`, and its values. */
export interface StoryLine {
  key: string;
  values: Record<string, string | number>;
  icon: IconName;
}

const icons: Record<string, IconName> = {
  'order.submitted': 'inbox',
  'order.info_asked': 'message',
  'order.supplemented': 'message',
  'order.declined': 'ban',
  'order.offered': 'hand',
  'order.assigned': 'user-plus',
  'order.reassigned': 'user-plus',
  'order.claimed': 'hand',
  'order.signed': 'wrench',
  'order.contacted': 'phone',
  'order.arrived': 'wrench',
  'order.returned': 'undo',
  'order.released': 'undo',
  'order.evidence_submitted': 'seal',
  'order.passed': 'seal-check',
  'order.reworked': 'undo',
  'order.rated': 'star',
  'order.called_back': 'phone',
  'order.closed_unrated': 'seal-check',
  'order.reopened': 'rotate',
};

/** The sentence of an event. What differs inside one event type (reopened or not, reached or not) has a key of its own. */
export function storyOf(entry: TimelineEntry, handlerName: string | null): StoryLine {
  const name = entry.type.replace('order.', '');
  const { data } = entry;
  const line = (key: string, values: StoryLine['values'] = {}): StoryLine => ({
    key,
    values,
    icon: icons[entry.type] ?? 'circle-check',
  });
  switch (entry.type) {
    case 'order.classified':
      return line(data.intake ? 'intake' : 'classified');
    case 'order.assigned':
    case 'order.reassigned':
      return handlerName ? line(`${name}_to`, { name: handlerName }) : line(name);
    case 'order.contacted':
      return line(data.reached ? 'contacted' : 'contact_failed');
    case 'order.noted':
      return line(entry.relation === 'requester' ? 'noted_by_you' : 'noted');
    case 'order.rated':
      return line(data.reopened ? 'rated_no' : 'rated');
    case 'order.called_back':
      return line(!data.reached ? 'call_failed' : data.reopened ? 'called_back_no' : 'called_back');
    case 'order.reopened':
      return line('reopened', { count: Number(data.count ?? 1) });
    default:
      return line(name);
  }
}

/** What comes next, as message keys below `track.next`; empty when nothing does. */
export function nextSteps(status: string): string[] {
  if (['submitted', 'need_info'].includes(status)) return ['dispatch', 'verify', 'rate'];
  if (['offered', 'assigned', 'in_progress', 'suspended'].includes(status)) return ['verify', 'rate'];
  if (status === 'awaiting_verification') return ['rate'];
  return [];
}
