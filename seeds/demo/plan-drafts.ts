import { dayStart, minuteMs } from '@/lib/calendar/shanghai';
import type { Channel } from '@/lib/orders/status';
import { parkCode } from './geography-plan';
import { accountPersons } from './people-accounts';
import type { Job } from './plan-assemble';
import { type Draft, plainFate } from './plan-draft';
import { isShift, type PlanItem } from './plan-items';
import type { PersonKey, PlannedOrder, PlannedPlace } from './plan-order';
import { type PlaceDepth, parkPoints, placeAt, placeSlots, readHome, verifierOf } from './plan-places';
import { knownPeople, planResidents, type Resident, representativeOf } from './plan-residents';
import { isExpress } from './plan-room';
import { chooseHandler, gridWorkerOf, signerOf } from './plan-route';
import { timeOnDay } from './plan-slots';
import { clerkVoice, type Picked, styleOf, type WordPicker } from './plan-words';
import type { Random } from './random';
import { chatNicknames } from './texts/names';
import { fillSlots } from './texts/sentence';

/** Matters of one home: the door belongs to the place. */
const homeItems = /^(01|10|11|13)|^0(701|703|704|901|902|903|904)$/;
const visualItems = /^(03|04|06|08|12|15)|^050[12]$/;

export const depthOf = (item: string, template: string): PlaceDepth => {
  if (homeItems.test(item)) return 'door';
  if (template.includes('{place}')) return 'stair';
  if (template.includes('{building}') || /^(04|05|08)/.test(item)) return 'building';
  return item.startsWith('06') || item.startsWith('15') || item.startsWith('14') ? 'building' : 'stair';
};

export interface People {
  residents: ReadonlyMap<string, Resident[]>;
  known: ReturnType<typeof knownPeople>;
}

export function planPeople(random: Random): People {
  const known = knownPeople();
  return { known, residents: planResidents(random, known.taken) };
}

type Requester = Pick<PlannedOrder, 'submitBy' | 'requester' | 'proxy'>;

/** How a line of the chat group begins: by the name that its writer goes by there. */
function nickname(resident: Resident, random: Random): string {
  return random.pick(chatNicknames).replace('{unit}', `${resident.building}-${resident.stair}`);
}

/** Who submits, for whom, through whose hands. The typist never handles the order as well. */
export function whoSubmits(
  channel: Channel,
  cell: string,
  resident: Resident,
  handler: Draft['handler'],
  random: Random,
): Requester {
  // Many elders leave no phone at the counter: their daughter has one.
  const phone = channel === 'chat' || (resident.elder && random.chance(0.35)) ? undefined : resident.phone;
  const requester = { name: resident.name, ...(phone ? { phone } : {}) };
  const through = (byLogin: PersonKey, knownBy: 'in_person' | 'phone' | 'chat'): Requester => ({
    submitBy: byLogin,
    requester,
    proxy: {
      byLogin,
      knownBy,
      spokenBy: resident.name,
      ...(channel === 'chat' ? { nickname: nickname(resident, random) } : {}),
    },
  });
  const counter = (share: number): PersonKey =>
    handler !== 'volunteers' && signerOf(handler) === 'chenchen'
      ? 'limin'
      : random.chance(share)
        ? 'chenchen'
        : 'limin';
  switch (channel) {
    case 'hall':
      return through(counter(1), 'in_person');
    case 'phone':
      return through(counter(0.5), 'phone');
    case 'chat':
      return through(counter(0.3), 'chat');
    case 'hotline':
      return through('limin', 'phone');
    case 'representative':
      return through(representativeOf(cell), random.chance(0.7) ? 'in_person' : 'phone');
    case 'patrol': {
      const worker = gridWorkerOf(cell);
      return cell !== parkCode && random.chance(0.4)
        ? through(worker, 'in_person')
        : { submitBy: worker, requester: { personKey: worker } };
    }
    case 'power':
      return { submitBy: 'alert', requester: {} };
    default:
      return { submitBy: 'visitor', requester };
  }
}

/** An account's own order, sent from the account. */
const ownOrder = (person: PersonKey): Requester => ({ submitBy: person, requester: { personKey: person } });

export function placeOf(job: Pick<Job, 'item' | 'cell'>, home: Resident | undefined, template: string, random: Random) {
  if (job.cell !== parkCode && home) return placeAt(home, depthOf(job.item.code, template));
  const point = random.pick(parkPoints);
  return { areaCode: parkCode, pointCode: point.code } satisfies PlannedPlace;
}

function shiftOf(item: PlanItem, job: Job, random: Random): PlannedOrder['shift'] {
  if (!isShift(item)) return undefined;
  const evening = item.code === '1204' || item.code === '1402';
  const startsAt = dayStart(job.slot.day + random.int(1, 2)) + (evening ? 19 * 60 + 30 : 7 * 60 + 20) * minuteMs;
  return { startsAt, endsAt: startsAt + 120 * minuteMs };
}

function homeOf(job: Job, people: People, random: Random): Resident | undefined {
  const own = job.pinned?.person;
  if (own) {
    const household = people.known.homes.get(own);
    const person = accountPersons.find((one) => one.key === own);
    if (!household || !person) throw new RangeError(`no home: ${own}`);
    return { ...readHome(household), name: person.name, phone: person.phone, elder: person.bornYear < 1964 };
  }
  const cell = job.cell === parkCode ? random.pick([...people.residents.keys()]) : job.cell;
  const residents = people.residents.get(cell) ?? [];
  const elders = job.item.code.startsWith('09') ? residents.filter((one) => one.elder) : [];
  return random.pick(elders.length > 0 ? elders : residents);
}

/** The elder whose power reading fell; each alert another one, all of them agreed. */
function alertPlace(people: People, cell: string, nth: number): PlannedPlace {
  const elders = people.known.elders.filter((one) => one.powerConsent && one.household.startsWith(cell));
  const elder = elders[nth % elders.length];
  if (!elder) throw new RangeError(`no consenting elder in ${cell}`);
  return placeAt(readHome(elder.household), 'door');
}

/** A story brings its own words; the topic only says what was done. */
const topicOf = (job: Job): string | undefined =>
  job.pinned?.topic ?? (job.pinned?.story && job.item.code === '0603' ? 'activity_room' : undefined);

/** Words, place, people and handler of one job. */
export function draftOf(job: Job, key: string, nth: number, people: People, words: WordPicker, random: Random): Draft {
  const { item, channel, cell, slot, pinned } = job;
  const picked: Picked = words.sentence(item.code, styleOf(channel), cell, slot.month, topicOf(job));
  const home = homeOf(job, people, random);
  const handler = chooseHandler(item, cell, random, channel === 'patrol' ? gridWorkerOf(cell) : undefined);
  const story = pinned?.story;
  const template = story ? '{building}' : picked.words;
  const place = channel === 'power' ? alertPlace(people, cell, nth) : placeOf(job, home, template, random);
  const formal = styleOf(channel) === 'clerk' || styleOf(channel) === 'patrol';
  const slots = placeSlots(cell, place, formal);
  if (!home) throw new RangeError(`nobody brings ${key}`);
  // Who says too little cannot be called back either.
  const nameless = pinned?.end === 'no_info' ? { requester: {} } : {};
  const who = pinned?.person ? ownOrder(pinned.person) : whoSubmits(channel, cell, home, handler, random);
  const seen = visualItems.test(item.code) && ['web', 'chat', 'patrol', 'representative'].includes(channel);
  const aboutFirm = (item.code === '0503' || item.code === '1103') && random.chance(0.6);
  const shift = shiftOf(item, job, random);
  return {
    key,
    item,
    channel,
    slot,
    cell,
    picked,
    handler,
    verifier: verifierOf(cell),
    fate: { ...plainFate(), end: pinned?.end ?? 'closed', answers: story?.answer ? [story.answer] : [] },
    story,
    order: {
      key,
      submittedAt: timeOnDay(random, slot, channel, slot.workdaysLeft <= 1 ? 10 : isExpress({ slot }) ? 20 : 23),
      channel,
      item: item.code,
      cell,
      place,
      words: story?.words ?? clerkVoice(fillSlots(picked.words, slots), channel),
      title: story?.title ?? fillSlots(picked.title, slots),
      ...who,
      ...nameless,
      ...(aboutFirm ? { about: { unit: cell.endsWith('006') ? 'DS-PROP' : 'PL-PROP' } } : {}),
      ...(shift ? { shift } : {}),
      photos: seen && random.chance(0.65) ? random.int(1, 3) : 0,
      sentence: story ? `own/${story.title}` : picked.id,
    },
  };
}
