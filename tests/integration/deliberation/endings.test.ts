import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { annulMeeting } from '@/lib/deliberation/commands/annul-meeting';
import { answerObjection } from '@/lib/deliberation/commands/answer-objection';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { correctResolution } from '@/lib/deliberation/commands/correct-resolution';
import { endDeliberation } from '@/lib/deliberation/commands/end-deliberation';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { openDeliberation } from '@/lib/deliberation/commands/open-deliberation';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { reviseDeliberation } from '@/lib/deliberation/commands/revise-deliberation';
import { sendPlan } from '@/lib/deliberation/commands/send-plan';
import { stateBasis } from '@/lib/deliberation/commands/state-basis';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { listDeliberations } from '@/lib/deliberation/queries/list-deliberations';
import { deliberationText } from '@/lib/deliberation/tables';
import { loadAreas } from '@/lib/places/commands/load-areas';
import { setLegalForm } from '@/lib/places/commands/set-legal-form';
import { demoAreas } from '@/seeds/demo/geography';
import { sharedCommunity } from '@/tests/support/community';
import {
  callMeeting,
  dayMs,
  type Hall,
  hallAt,
  openHall,
  parkingPoints,
  pass,
  poli,
  refused,
  vote,
} from '@/tests/support/deliberations';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });
const because = '有人提出新的情况，需要另行商议';

describe('a meeting that is annulled', () => {
  it('stays on record with the reason, counts for nothing, and another may be called', async () => {
    const hall = await hallAt(c(), 'consult');
    await pass(c(), hall, 'consult', { present: 9, yes: 9, no: 0, abstain: 0 });
    await callAfterPlan(hall);
    await vote(hall, { present: 112, yes: 112, no: 0, abstain: 0 });
    // Another cannot be called beside it, and only the secretary annuls.
    expect((await refused(hall, () => callMeeting(c(), hall, 'review'))).reason).toBe('deliberation.meeting_open');
    const byClerk = async () => annulMeeting(hall.clerk, { ...(await hall.on()), reason: because });
    expect((await refused(hall, byClerk)).reason).toBe('deliberation.not_for_you');
    const silent = async () => annulMeeting(hall.secretary, { ...(await hall.on()), reason: '……' });
    await expect(silent()).rejects.toMatchObject({ code: 'invalid' });
    // Somebody saw the count: it is annulled only under the eyes of somebody, which everybody may read.
    const unwatched = async () => annulMeeting(hall.secretary, { ...(await hall.on()), reason: because });
    expect((await refused(hall, unwatched)).reason).toBe('deliberation.witness_missing');
    const witness = '监督委员会主任';
    await annulMeeting(hall.secretary, { ...(await hall.on()), reason: because, witness });
    expect((await refused(hall, async () => closeVote(hall.clerk, await hall.on()))).reason).toBe(
      'deliberation.no_meeting',
    );
    await callMeeting(c(), hall, 'review');
    const { meetings, status } = await getDeliberation(anyone(), { code: hall.code });
    expect(status).toBe('review');
    expect(meetings.filter(({ stage }) => stage === 'review')).toMatchObject([
      { ordinal: 1, state: 'annulled', annulled: because, witness: '监督委员会主任', yes: null },
      { ordinal: 2, state: 'frozen', annulled: null },
    ]);
  });
});

/** The plan is sent, and its days pass. */
async function callAfterPlan(hall: Hall): Promise<void> {
  await sendPlan(hall.clerk, await hall.on());
  c().clock.advance(3 * dayMs);
  await callMeeting(c(), hall, 'review');
}

describe('a matter that ends without a decision', () => {
  it('is rejected after a vote that failed, and not before', async () => {
    const hall = await hallAt(c(), 'consult');
    const reject = async () => endDeliberation(hall.secretary, 'reject', { ...(await hall.on()), reason: because });
    expect((await refused(hall, reject)).reason).toBe('deliberation.not_failed');
    await pass(c(), hall, 'consult', { present: 9, yes: 4, no: 5, abstain: 0 });
    await reject();
    const ended = await getDeliberation(anyone(), { code: hall.code });
    expect(ended).toMatchObject({ status: 'rejected', results: [{ points: { zh: [because] } }] });
    expect(ended.endedAt).not.toBeNull();
    expect(
      (await refused(hall, () => pass(c(), hall, 'consult', { present: 9, yes: 9, no: 0, abstain: 0 }))).reason,
    ).toBe('deliberation.not_in_state');
  });

  it('is withdrawn with its reason: public where it was public, and otherwise there for nobody', async () => {
    const draft = await openHall(c());
    const known = await hallAt(c(), 'consult');
    for (const hall of [draft, known]) {
      const byClerk = async () => endDeliberation(hall.clerk, 'withdraw', { ...(await hall.on()), reason: because });
      expect((await refused(hall, byClerk)).reason).toBe('deliberation.not_for_you');
      await endDeliberation(hall.secretary, 'withdraw', { ...(await hall.on()), reason: because });
    }
    await expect(getDeliberation(anyone(), { code: draft.code })).rejects.toMatchObject({ code: 'not_found' });
    expect(await getDeliberation(anyone(), { code: known.code })).toMatchObject({
      status: 'withdrawn',
      results: [{ points: { zh: [because] } }],
    });
    const listed = (await listDeliberations(anyone(), { status: 'withdrawn' })).items.map(({ code }) => code);
    expect(listed).toContain(known.code);
    expect(listed).not.toContain(draft.code);
  });

  it('is not withdrawn while a meeting is open', async () => {
    const hall = await openHall(c());
    await callMeeting(c(), hall, 'propose');
    const withdraw = async () => endDeliberation(hall.secretary, 'withdraw', { ...(await hall.on()), reason: because });
    expect((await refused(hall, withdraw)).reason).toBe('deliberation.meeting_open');
  });

  it('is not revised once somebody has voted on it', async () => {
    const hall = await openHall(c());
    await reviseDeliberation(hall.clerk, { ...(await hall.on()), title: '规范坡里停车', needsFiling: false });
    expect(await getDeliberation(hall.clerk, { code: hall.code })).toMatchObject({
      title: { zh: '规范坡里停车' },
      needsFiling: false,
      belowMarket: true,
    });
    await pass(c(), hall, 'propose', { present: 5, yes: 5, no: 0, abstain: 0 });
    const late = async () => reviseDeliberation(hall.clerk, { ...(await hall.on()), needsFiling: true });
    expect((await refused(hall, late)).reason).toBe('deliberation.not_in_state');
  });
});

describe('a published resolution', () => {
  it('is never edited: a correction stands beside it, with its reason and a notice period of its own', async () => {
    const hall = await hallAt(c(), 'publish_resolution', { needsFiling: false, belowMarket: false });
    const text = { points: parkingPoints, words: '停车方案' };
    const early = async () => correctResolution(hall.secretary, { ...(await hall.on()), ...text, reason: because });
    expect((await refused(hall, early)).reason).toBe('deliberation.not_published');
    await publishResolution(hall.secretary, await hall.on());
    const first = (await getDeliberation(anyone(), { code: hall.code })).notice?.until ?? '';
    const again = async () => publishResolution(hall.secretary, { ...(await hall.on()), ...text });
    expect((await refused(hall, again)).reason).toBe('deliberation.published_already');

    c().clock.advance(3 * dayMs);
    const changed = { points: ['本社区居民停车免费', '外单位车辆按小时缴费'], words: '' };
    const silent = async () => correctResolution(hall.secretary, { ...(await hall.on()), ...changed, reason: '' });
    await expect(silent()).rejects.toMatchObject({ code: 'invalid' });
    await correctResolution(hall.secretary, { ...(await hall.on()), ...changed, reason: because });
    const { resolutions, notice } = await getDeliberation(anyone(), { code: hall.code });
    expect(resolutions.map(({ version, points, reason }) => [version, points.zh.length, reason])).toEqual([
      [1, 4, null],
      [2, 2, because],
    ]);
    expect(new Set(resolutions.map(({ sha256 }) => sha256)).size).toBe(2);
    expect((notice?.until ?? '') > first).toBe(true);

    // An objection is answered once, and its last day is the last day of the notice.
    const object = (words: string) => objectToResolution(anyone(), { code: hall.code, clientId: randomUUID(), words });
    c().clock.advance(7 * dayMs);
    await object('收费的时间没有写清楚');
    const [objection] = (await getDeliberation(hall.clerk, { code: hall.code })).objections;
    const answer = async () =>
      answerObjection(hall.clerk, {
        ...(await hall.on()),
        objection: objection?.id ?? '',
        publicWords: '收费的时间没有写清楚',
        answer: '收费时间为早七点到晚九点',
      });
    await answer();
    expect((await refused(hall, answer)).reason).toBe('deliberation.objection_answered');
    c().clock.advance(dayMs);
    expect((await refused(hall, () => object('现在才看到这件事'))).reason).toBe('deliberation.notice_over');
    await beginImplementation(hall.secretary, await hall.on());

    // Carried out, it goes back to what was voted on, in no new period; anything else is another decision.
    const another = async () =>
      correctResolution(hall.secretary, {
        ...(await hall.on()),
        points: ['居民停车也收费'],
        words: '',
        reason: because,
      });
    expect((await refused(hall, another)).reason).toBe('deliberation.needs_new_case');
    await correctResolution(hall.secretary, { ...(await hall.on()), ...text, reason: because });
    const carried = await getDeliberation(anyone(), { code: hall.code });
    expect(carried).toMatchObject({ status: 'publish_result', notice: { until: notice?.until } });
    const rows = await c().engine.reader.select().from(deliberationText).where(eq(deliberationText.kind, 'resolution'));
    expect(rows.filter(({ sha256 }) => carried.resolutions.some((one) => one.sha256 === sha256))).toHaveLength(3);
  });
});

describe('rule packs', () => {
  const opening = (title: string) => ({
    clientId: randomUUID(),
    community: poli,
    title,
    motive: 'proposed_by_residents' as const,
  });

  it('change names and thresholds with the legal form, and a case in progress keeps its own', async () => {
    const old = await openHall(c(), { pack: 'villager_2018' });
    expect(await getDeliberation(old.clerk, { code: old.code })).toMatchObject({
      legalForm: 'villager',
      pack: { id: 'villager_2018', checkedOn: '2026-11-22' },
    });
    const area = demoAreas().find(({ code }) => code === poli);
    if (!area) throw new Error('no community');
    await loadAreas(c().ctx(), { areas: [{ ...area, legalForm: 'resident' }] });
    const { code } = await openDeliberation(old.secretary, opening('居委会的一件事'));
    expect(await getDeliberation(old.clerk, { code })).toMatchObject({
      legalForm: 'resident',
      pack: { id: 'resident_2026' },
    });
    expect((await getDeliberation(old.clerk, { code: old.code })).pack.id).toBe('villager_2018');
    await loadAreas(c().ctx(), { areas: [area] });
  });

  it('ask for ten days of notice before a meeting of all villagers, and for none of all residents', async () => {
    const call = (days: number) => ({
      body: 'full_meeting' as const,
      heldAt: c().clock.now() + days * dayMs,
      place: '党群服务中心',
    });
    const village = await hallAt(c(), 'resolve');
    const nine = async () => conveneMeeting(village.clerk, { ...(await village.on()), ...call(9) });
    expect(await refused(village, nine)).toEqual({ reason: 'deliberation.notice_too_short', params: { days: 10 } });
    await conveneMeeting(village.clerk, { ...(await village.on()), ...call(10) });
    const past = await openHall(c());
    const before = { ...call(-1), body: 'party_committee' as const };
    const convene = async () => conveneMeeting(past.clerk, { ...(await past.on()), ...before });
    expect((await refused(past, convene)).reason).toBe('deliberation.meeting_in_past');

    await setLegalForm(c().ctx(), { area: poli, legalForm: 'resident' });
    const town = await hallAt(c(), 'resolve', { pack: 'resident_2026' });
    await setLegalForm(c().ctx(), { area: poli, legalForm: 'villager' });
    await conveneMeeting(town.clerk, { ...(await town.on()), ...call(1) });
    expect((await getDeliberation(town.clerk, { code: town.code })).meetings.at(-1)?.body).toBe('full_meeting');
  });

  it('ask for the ground on which a matter is decided before anybody meets', async () => {
    const secretary = await c().as('shuji');
    const { code, version } = await openDeliberation(secretary, opening('没有写依据的事'));
    const meet = (seen: number) =>
      conveneMeeting(secretary, {
        code,
        version: seen,
        clientId: randomUUID(),
        body: 'party_committee',
        heldAt: c().clock.now(),
        place: '党群服务中心',
      });
    await expect(meet(version)).rejects.toMatchObject({ reason: 'deliberation.basis_missing' });
    const bare = { code, version, clientId: randomUUID(), basis: 'not_shared' as const };
    const stated = await stateBasis(secretary, bare);
    await meet(stated.version);
  });
});
