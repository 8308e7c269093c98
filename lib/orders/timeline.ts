import { rfc3339 } from '@/lib/kernel/clock';
import type { Status } from './status';

export interface TimelineEntry {
  seq: number;
  /** Event type; messages hold its sentence for residents and for staff. */
  type: string;
  at: string;
  relation: string;
  from: Status | null;
  to: Status;
  /** A staff member's name; never a requester's, a proxy's or the clock's. */
  actor: { zh: string; en: string } | null;
  words: string | null;
  photos: string[];
  data: Record<string, unknown>;
}

interface EventRow {
  seq: number;
  type: string;
  actor: string;
  relation: string;
  from: string | null;
  to: string;
  data: string;
  at: number;
}

interface NoteRow {
  id: string;
  words: string;
  toResident: boolean;
}

// A resident reads what was done for them, not how the desk thought about it.
const internal: readonly string[] = [
  'order.recalled',
  'order.supervised',
  'order.extension_asked',
  'order.extension_refused',
];
// Of the data, these say nothing of people and help to tell the story.
export const toldToResident: readonly string[] = [
  'channel',
  'urgency',
  'designated',
  'late',
  'via',
  'unreachable',
  'level',
  'toResident',
  'reason',
  'until',
  'outcome',
  'solved',
  'stars',
  'count',
  'item',
  'intake',
  'unit',
  'reopened',
  'rightPlace',
  'how',
  'reached',
  'scope',
  'verifyBy',
  'ratingUntil',
  'days',
  'no',
  'finishBy',
  'wasFinishBy',
  'resumeOn',
  'resumeAt',
  'plan',
  'fromCommunity',
  'toCommunity',
  'kind',
];

// Of the data, these refer to words that somebody wrote, as `note` does.
const noted: readonly string[] = ['rightPlace', 'betterOwner', 'plan', 'basis'];

function inWords(data: Record<string, unknown>, notes: ReadonlyMap<string, NoteRow>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      noted.includes(key) && typeof value === 'string' ? (notes.get(value)?.words ?? null) : value,
    ]),
  );
}

/** Events with the words they refer to. A resident sees staff words only where they were meant for them. */
export function timelineOf(
  events: readonly EventRow[],
  notes: readonly NoteRow[],
  names: ReadonlyMap<string, { zh: string; en: string }>,
  forResident: boolean,
): TimelineEntry[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  return events
    .filter((event) => !forResident || isToldToResident(event, byId))
    .map((event) => {
      const data = inWords(JSON.parse(event.data), byId);
      const note = typeof data.note === 'string' ? byId.get(data.note) : undefined;
      const words = note && (!forResident || note.toResident) ? note.words : null;
      // With words that were meant for them come the photos beside these.
      const shown = !forResident || event.relation === 'requester' || note?.toResident === true;
      const photos = Array.isArray(data.photos) && shown ? (data.photos as string[]) : [];
      return {
        seq: event.seq,
        type: event.type,
        at: rfc3339(event.at),
        relation: event.relation,
        from: event.from as Status | null,
        to: event.to as Status,
        actor: event.relation === 'requester' || event.relation === 'proxy' ? null : (names.get(event.actor) ?? null),
        words,
        photos,
        data: forResident
          ? Object.fromEntries(Object.entries(data).filter(([key]) => toldToResident.includes(key)))
          : data,
      };
    });
}

function isToldToResident(event: EventRow, notes: ReadonlyMap<string, NoteRow>): boolean {
  if (internal.includes(event.type)) return false;
  if (event.type !== 'order.noted') return true;
  const { note } = JSON.parse(event.data) as { note?: string };
  return note !== undefined && notes.get(note)?.toResident === true;
}
