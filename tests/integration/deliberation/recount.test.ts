import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { castVote } from '@/lib/deliberation/commands/cast-vote';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { getTally } from '@/lib/deliberation/queries/get-tally';
import { deliberationBallot } from '@/lib/deliberation/tables';
import { sharedCommunity } from '@/tests/support/community';
import { dayMs, namesOf, openHall } from '@/tests/support/deliberations';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });

/** The script as anybody runs it, in a process of its own. */
function recount(digest: string, lines: string): { code: number | null; said: string } {
  const script = new URL('../../../scripts/recount-tally.mjs', import.meta.url).pathname;
  const done = spawnSync(process.execPath, [script, digest], { input: lines, encoding: 'utf8' });
  return { code: done.status, said: done.stdout };
}

/** A vote of five on the web alone, that is over. */
async function voted(): Promise<{ code: string; meeting: string }> {
  const hall = await openHall(c());
  const voters = ['wangguilan', 'zhoujianguo', 'annakeller', 'liuyang', 'mali'];
  const body = 'party_committee' as const;
  const place = '党群服务中心';
  const heldAt = c().clock.now();
  await conveneMeeting(hall.clerk, {
    ...(await hall.on()),
    body,
    heldAt,
    place,
    web: true,
    votesUntil: heldAt + dayMs,
  });
  const names = await namesOf(c(), voters);
  const seats = voters.map((account, i) => ({ name: names[i] ?? '', account }));
  await enterRoll(hall.clerk, { ...(await hall.on()), seats });
  await freezeRoll(hall.clerk, await hall.on());
  await openVote(hall.clerk, await hall.on());
  for (const [i, who] of voters.entries()) {
    const choice = (['yes', 'yes', 'no', 'abstain', 'yes'] as const)[i] ?? 'no';
    await castVote(await c().as(who), { code: hall.code, clientId: randomUUID(), choice });
  }
  await closeVote(hall.clerk, await hall.on());
  const { meetings } = await getDeliberation(hall.clerk, { code: hall.code });
  return { code: hall.code, meeting: meetings[0]?.id ?? '' };
}

/** The tally with its lines, which are published of five ballots that are not alike. */
async function published(of: {
  code: string;
  meeting: string;
}): Promise<{ lines: string; digest: string; intact: boolean }> {
  const { lines, ...tally } = await getTally(anyone(), of);
  if (lines === null) throw new Error('it is withheld');
  return { ...tally, lines };
}

describe('a tally that somebody counts again without the program', () => {
  it('gives the numbers of the meeting, and one changed ballot is noticed', async () => {
    const of = await voted();
    const { lines, digest } = await published(of);
    const [meeting] = (await getDeliberation(anyone(), { code: of.code })).meetings;
    expect(meeting).toMatchObject({ yes: 3, no: 1, abstain: 1, state: 'passed', ballotDigest: digest });
    const counted = '赞成 yes 3\n反对 no 1\n弃权 abstain 1\n合计 total 5\n';
    expect(recount(digest, lines)).toEqual({ code: 0, said: `${counted}校验值相符 the hash fits\n` });
    // In another order, or saved on another system, it is the same tally.
    const other = `${lines.trim().split('\n').reverse().join('\r\n')}\r\n`;
    expect(recount(digest, other).code).toBe(0);

    const [ballot] = await c()
      .engine.reader.select()
      .from(deliberationBallot)
      .where(eq(deliberationBallot.choice, 'no'));
    await c().engine.transaction((tx) =>
      tx
        .update(deliberationBallot)
        .set({ choice: 'yes' })
        .where(eq(deliberationBallot.receiptHash, ballot?.receiptHash ?? ''))
        .returning(),
    );
    const changed = await published(of);
    expect(changed.intact).toBe(false);
    const found = recount(digest, changed.lines);
    expect(found.code).toBe(1);
    expect(found.said).toContain('赞成 yes 4\n反对 no 0');
    expect(found.said).toContain('校验值不符 the hash does not fit');
  });

  it('notices a line that is missing, stands twice, or cannot be read', async () => {
    const { lines, digest } = await published(await voted());
    const [first = '', ...rest] = lines.trim().split('\n');
    expect(recount(digest, rest.join('\n')).code).toBe(1);
    expect(recount(digest, `${lines}${first}\n`).said).toContain('stands twice');
    expect(recount(digest, `${lines}yes please\n`).said).toContain('line 6 cannot be read');
    expect(recount('not-a-digest', lines).code).toBe(2);
  });
});
