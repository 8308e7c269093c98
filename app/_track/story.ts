import type { IconName } from '@/components/icon';
import type { TimelineEntry } from '@/lib/orders/timeline';

/** One line of the story as a resident reads it: the message below `event.resident`, and its values. */
export interface StoryLine {
  key: string;
  values: Record<string, string | number>;
  /** Of its values, the moments (RFC 3339) and days (`YYYY-MM-DD`), said as the reader says them. */
  times?: Record<string, string>;
  icon: IconName;
  /** Who did it, staff only; null for residents, volunteers and the clock. */
  by: { relation: string; zh: string; en: string } | null;
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
  'order.extension_granted': 'hourglass',
  'order.suspended': 'pause',
  'order.resumed': 'rotate',
  'order.transferred': 'rotate',
  'order.escalated': 'whistle',
  'order.returned': 'undo',
  'order.released': 'undo',
  'order.evidence_submitted': 'seal',
  'order.passed': 'seal-check',
  'order.reworked': 'undo',
  'order.rated': 'star',
  'order.called_back': 'phone',
  'order.closed_unrated': 'seal-check',
  'order.reopened': 'rotate',
  'order.withdrawn': 'x',
};

const asked = (entry: TimelineEntry) => entry.relation === 'requester' || entry.relation === 'proxy';

/** What differs inside one event type (reopened or not, reached or not, by whom) has a key of its own. */
function sentence(
  entry: TimelineEntry,
  nameOf: (entry: TimelineEntry) => string | null,
  round: number,
): Pick<StoryLine, 'key' | 'values' | 'times'> {
  const name = entry.type.replace('order.', '');
  const { data } = entry;
  const line = (key: string, values: StoryLine['values'] = {}) => ({ key, values });
  switch (entry.type) {
    case 'order.submitted':
      return line(entry.relation === 'proxy' ? 'submitted_for_you' : 'submitted');
    case 'order.classified':
      return line(data.intake ? 'intake' : 'classified');
    case 'order.assigned':
    case 'order.reassigned': {
      const to = nameOf(entry);
      return to ? line(`${name}_to`, { name: to }) : line(name);
    }
    case 'order.contacted':
      return line(data.reached ? 'contacted' : 'contact_failed');
    case 'order.noted':
      return line(asked(entry) ? 'noted_by_you' : 'noted');
    case 'order.extension_granted':
      return {
        ...line('extended', { days: Number(data.days), reason: String(data.reason) }),
        times: { was: String(data.wasFinishBy), will: String(data.finishBy) },
      };
    case 'order.transferred':
      return line(data.fromCommunity === data.toCommunity ? 'transferred_back' : 'transferred');
    case 'order.suspended':
      return { ...line('suspended'), times: { day: String(data.resumeOn) } };
    case 'order.resumed':
      return { ...line('resumed'), times: { was: String(data.wasFinishBy), will: String(data.finishBy) } };
    case 'order.rated':
      return line(data.reopened ? 'rated_no' : 'rated', data.reopened ? { count: round } : {});
    case 'order.called_back':
      return line(
        !data.reached ? 'call_failed' : data.reopened ? 'called_back_no' : 'called_back',
        data.reopened ? { count: round } : {},
      );
    case 'order.reopened':
      return line('reopened', { count: round });
    default:
      return line(name);
  }
}

/**
 * The whole story, oldest first. A volunteer's name is theirs and is not told (志愿服务条例 20); staff are named with what
 * they are. `count` is the number of the handling: the first reopening begins the second.
 * @param nameOf whom an assignment names, as far as it is known
 */
export function storyOf(
  timeline: readonly TimelineEntry[],
  nameOf: (entry: TimelineEntry) => string | null,
): (StoryLine & { entry: TimelineEntry })[] {
  let round = 1;
  let heldByVolunteer = false;
  return timeline.map((entry) => {
    if (entry.type === 'order.claimed') heldByVolunteer = true;
    if (entry.type === 'order.reopened' || entry.data.reopened === true) round += 1;
    const isVolunteer = entry.relation === 'candidate' || (entry.relation === 'assignee' && heldByVolunteer);
    const by = entry.actor && !isVolunteer && !asked(entry) ? { relation: entry.relation, ...entry.actor } : null;
    const told = { entry, ...sentence(entry, nameOf, round), icon: icons[entry.type] ?? 'circle-check', by } as const;
    if (['order.released', 'order.assigned', 'order.reassigned', 'order.offered'].includes(entry.type)) {
      heldByVolunteer = false;
    }
    return told;
  });
}

/** What comes next, as message keys below `track.next`; empty when nothing does. */
export function nextSteps(status: string): string[] {
  if (['submitted', 'need_info'].includes(status)) return ['dispatch', 'verify', 'rate'];
  if (['offered', 'assigned', 'in_progress', 'suspended'].includes(status)) return ['verify', 'rate'];
  if (status === 'awaiting_verification') return ['rate'];
  return [];
}
