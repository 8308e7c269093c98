import type { RollSeat } from '@/lib/deliberation/queries/get-roll';
import type { Seat } from '@/lib/deliberation/status';

export interface TypedSeat {
  name: string;
  seat: Seat;
  account?: string;
}

const mark = /^[(（[【]?(预备|预备期|预备党员|预备期党员|probationary)[)）\]】]?$/i;
const isChinese = (text: string) => /^[\p{Script=Han}·]+$/u.test(text);

/** One person: a number before the name falls away, 预备 behind it takes the vote, `@login` lets them vote on the web. */
function seatOf(entry: string): TypedSeat | null {
  // 张三（预备） is one word to who types it.
  const words = entry
    .replace(/([(（[【])/g, ' $1')
    .split(/\s+/)
    .filter(Boolean);
  const said = words.filter((word, i) => !(i === 0 && /^\d+[.、．)）]?$/.test(word)));
  const name = said.filter((word) => !mark.test(word) && !word.startsWith('@'));
  const account = said.find((word) => word.startsWith('@') && word.length > 1)?.slice(1);
  if (name.length === 0 && account === undefined) return null;
  return {
    // Two characters are set apart with a space in tables: 王　芳.
    name: name.join(name.every(isChinese) ? '' : ' '),
    seat: said.some((word) => mark.test(word)) ? 'probationary' : 'voting',
    ...(account && { account }),
  };
}

/** A roll as it is pasted from a table or typed: one person a line, or names with 、 between them. */
export const readRoll = (text: string): TypedSeat[] =>
  text
    .replace(/^(\s*\d+)[、，,.．]\s*/gm, '$1 ')
    .split(/[\n、，,;；]+/)
    .flatMap((entry) => seatOf(entry) ?? []);

/** A roll as it is shown to be changed. */
export const rollText = (seats: readonly RollSeat[]): string =>
  seats
    .map(({ name, seat, account }) =>
      [name, seat === 'probationary' ? '预备' : '', account ? `@${account}` : ''].filter(Boolean).join(' '),
    )
    .join('\n');
