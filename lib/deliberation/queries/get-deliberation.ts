import { asc, count, eq } from 'drizzle-orm';
import { dayNumber, dayOfDate } from '@/lib/calendar/shanghai';
import { eventsOf } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import { type DeliberationRow, deliberationFacts, latestPrices, type MeetingRow } from '../facts';
import { keepsPapers } from '../policy';
import { packOf } from '../rule-packs';
import { caseKind } from '../status';
import {
  deliberationFigure,
  deliberationMeeting,
  deliberationObjection,
  deliberationSource,
  deliberationText,
} from '../tables';
import { type DeliberationSummary, summaryOf } from '../view';
import { type FileView, filesOf } from './files-of';
import { loadCase } from './load-case';

type TextRow = typeof deliberationText.$inferSelect;
type FigureRow = typeof deliberationFigure.$inferSelect;

export interface TextView {
  version: number;
  points: { zh: string[]; en: string[] | null };
  words: string;
  /** Why this version stands beside the one before. */
  reason: string | null;
  sha256: string;
  at: number;
}

export interface MeetingView {
  id: string;
  stage: MeetingRow['stage'];
  ordinal: number;
  body: MeetingRow['body'];
  state: MeetingRow['state'];
  withWeb: boolean;
  heldAt: number;
  place: string;
  eligible: number | null;
  rollDigest: string | null;
  present: number | null;
  neededPresent: number | null;
  yes: number | null;
  no: number | null;
  abstain: number | null;
  neededYes: number | null;
  ballotDigest: string | null;
  /** Names may stand in them: for those who keep the papers alone. */
  minutes: string | null;
  annulled: string | null;
}

export interface ObjectionView {
  id: string;
  /** As everybody may read them; null until it is answered, then for those who keep the papers as they were written. */
  words: string | null;
  contact: string | null;
  at: number;
  answerBy: string;
  answer: string | null;
  answeredAt: number | null;
}

export interface ResultView extends TextView {
  figures: Pick<FigureRow, 'kind' | 'label' | 'amount' | 'unit'>[];
  /** In fen: income less cost. Null where there are no accounts. */
  balance: number | null;
}

export interface DeliberationDetail extends DeliberationSummary {
  title: { zh: string; en: string };
  communityCode: string;
  motive: string;
  legalForm: DeliberationRow['legalForm'];
  pack: { id: string; checkedOn: string; unread: boolean };
  basis: { choice: DeliberationRow['basis']; words: string | null };
  needsFiling: boolean;
  belowMarket: boolean;
  openedAt: number;
  endedAt: number | null;
  planSentOn: string | null;
  plan: TextView | null;
  meetings: MeetingView[];
  resolutions: TextView[];
  notice: { until: string; daysLeft: number } | null;
  objections: ObjectionView[];
  filing: { unit: string; on: string; receiptNo: string } | null;
  prices: { label: string; priceFen: number; marketFen: number; unit: string }[];
  results: ResultView[];
  /** Documents that everybody may read; for those who keep the papers, all of them. */
  files: FileView[];
  /** Orders that it became, for those who keep the papers: an order is not public by being one of these. */
  handedOn: string[];
  /** How many reports it answers; never whose. */
  sources: number;
  projectCode: string | null;
}

const textView = (row: TextRow): TextView => ({
  version: row.version,
  points: { zh: row.points, en: row.pointsEn },
  words: row.words,
  reason: row.reason,
  sha256: row.sha256,
  at: row.at,
});

function resultView(row: TextRow, figures: FigureRow[]): ResultView {
  const own = figures.filter((figure) => figure.version === row.version);
  const sum = (kind: FigureRow['kind']) =>
    own.filter((figure) => figure.kind === kind).reduce((total, figure) => total + figure.amount, 0);
  const hasAccounts = own.some((figure) => figure.kind === 'income' || figure.kind === 'cost');
  return {
    ...textView(row),
    figures: own.map(({ kind, label, amount, unit }) => ({ kind, label, amount, unit })),
    balance: hasAccounts ? sum('income') - sum('cost') : null,
  };
}

/** Whole days of notice that are left, the last one counting; 0 once it is over. */
const daysLeft = (until: string, now: number): number => Math.max(0, dayOfDate(until) - dayNumber(now) + 1);

/** The numbers of the orders that it became, as the history says. */
async function handedOn(ctx: Context, deliberationId: string): Promise<string[]> {
  const events = await eventsOf(ctx.db, caseKind, deliberationId);
  const told = events.filter((event) => event.type === 'deliberation.handed_on');
  return [...new Set(told.flatMap((event) => (JSON.parse(event.data) as { orders?: string[] }).orders ?? []))];
}

/**
 * One case as this caller may see it. What everybody may read is what stands here without a condition: no names, no
 * minutes, no plan before it was sent, no objection before somebody looked it through.
 * @throws not_found what the caller may not see
 */
export async function getDeliberation(ctx: Context, { code }: { code: string }): Promise<DeliberationDetail> {
  const { row, standing } = await loadCase(ctx, code);
  const keeps = keepsPapers(standing);
  const now = ctx.now();
  const of = row.id;
  const texts = await ctx.db
    .select()
    .from(deliberationText)
    .where(eq(deliberationText.deliberationId, of))
    .orderBy(asc(deliberationText.kind), asc(deliberationText.version));
  const figures = await ctx.db
    .select()
    .from(deliberationFigure)
    .where(eq(deliberationFigure.deliberationId, of))
    .orderBy(asc(deliberationFigure.version), asc(deliberationFigure.ordinal));
  const meetings = await ctx.db
    .select()
    .from(deliberationMeeting)
    .where(eq(deliberationMeeting.deliberationId, of))
    .orderBy(asc(deliberationMeeting.calledAt), asc(deliberationMeeting.id));
  const objections = await ctx.db
    .select()
    .from(deliberationObjection)
    .where(eq(deliberationObjection.deliberationId, of))
    .orderBy(asc(deliberationObjection.at), asc(deliberationObjection.id));
  const [sources] = await ctx.db
    .select({ rows: count() })
    .from(deliberationSource)
    .where(eq(deliberationSource.deliberationId, of));
  const pack = packOf(row.packId);
  const plan = texts.findLast((text) => text.kind === 'plan');
  const prices = await latestPrices(ctx.db, of);
  return {
    ...summaryOf(row, await deliberationFacts(ctx.db, row, now), standing),
    title: { zh: row.title, en: row.titleEn ?? row.title },
    communityCode: row.communityCode,
    motive: row.motive,
    legalForm: row.legalForm,
    pack: { id: pack.id, checkedOn: pack.checkedOn, unread: pack.unread },
    basis: { choice: row.basis, words: row.basisWords },
    needsFiling: row.needsFiling,
    belowMarket: row.belowMarket,
    openedAt: row.openedAt,
    endedAt: row.endedAt,
    planSentOn: row.planSentOn,
    plan: plan && (keeps || row.planSentOn !== null || standing.relations.has('voter')) ? textView(plan) : null,
    meetings: meetings.map((one) => ({
      id: one.id,
      stage: one.stage,
      ordinal: one.ordinal,
      body: one.body,
      state: one.state,
      withWeb: one.withWeb,
      heldAt: one.heldAt,
      place: one.place,
      eligible: one.eligible,
      rollDigest: one.rollDigest,
      present: one.present,
      neededPresent: one.neededPresent,
      yes: one.yes,
      no: one.no,
      abstain: one.abstain,
      neededYes: one.neededYes,
      ballotDigest: one.ballotDigest,
      minutes: keeps ? one.minutes : null,
      annulled: one.annulled,
    })),
    resolutions: texts.filter((text) => text.kind === 'resolution').map(textView),
    notice: row.noticeUntil ? { until: row.noticeUntil, daysLeft: daysLeft(row.noticeUntil, now) } : null,
    objections: objections.map((one) => ({
      id: one.id,
      words: keeps ? (one.publicWords ?? one.words) : one.publicWords,
      contact: keeps ? one.contact : null,
      at: one.at,
      answerBy: one.answerBy,
      answer: one.answer,
      answeredAt: one.answeredAt,
    })),
    filing:
      row.filedOn && row.filedUnit ? { unit: row.filedUnit, on: row.filedOn, receiptNo: row.filingNo ?? '' } : null,
    prices: prices.map(({ label, priceFen, marketFen, unit }) => ({ label, priceFen, marketFen, unit })),
    results: texts.filter((text) => text.kind === 'result').map((text) => resultView(text, figures)),
    files: await filesOf(ctx, of, keeps),
    handedOn: keeps ? await handedOn(ctx, of) : [],
    sources: Number(sources?.rows ?? 0),
    projectCode: row.projectCode,
  };
}
