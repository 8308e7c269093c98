import { asc, count, eq } from 'drizzle-orm';
import { eventsOf } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import { type DeliberationRow, deliberationFacts, type MeetingRow } from '../facts';
import { noticeDaysLeft } from '../notice';
import { type BasisVersion, basesIn, type OwnersVote } from '../owners';
import { keepsPapers } from '../policy';
import { isUnread, packOf } from '../rule-packs';
import { caseKind } from '../status';
import {
  deliberationFigure,
  deliberationMeeting,
  deliberationObjection,
  deliberationSource,
  deliberationText,
} from '../tables';
import { saysTheSame, votedText } from '../texts';
import { type DeliberationSummary, summaryOf } from '../view';
import { type FileView, filesOf } from './files-of';
import { loadCase } from './load-case';
import { type PriceLists, pricesOf } from './prices-of';

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

export interface ResolutionView extends TextView {
  /** Whether it says what was voted on. */
  asVoted: boolean;
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
  /** The last moment of the votes on the web; null without any. */
  votesUntil: number | null;
  /** The version of the plan that it votes on, or voted on; null before the vote opens. */
  planVersion: number | null;
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
  /** Who watched over the annulment, by office. */
  witness: string | null;
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

export interface DeliberationDetail extends DeliberationSummary, PriceLists {
  title: { zh: string; en: string };
  communityCode: string;
  motive: string;
  legalForm: DeliberationRow['legalForm'];
  pack: { id: string; checkedOn: string; unread: boolean };
  basis: {
    choice: DeliberationRow['basis'];
    words: string | null;
    owners: OwnersVote | null;
    versions: BasisVersion[];
  };
  needsFiling: boolean;
  belowMarket: boolean;
  openedAt: number;
  endedAt: number | null;
  planSentOn: string | null;
  plan: TextView | null;
  /** Every version of it, oldest first, for those who keep the papers. */
  plans: TextView[];
  meetings: MeetingView[];
  resolutions: ResolutionView[];
  /** The plan as the meeting that decided voted on it; null before one did. */
  voted: TextView | null;
  notice: { until: string; daysLeft: number } | null;
  objections: ObjectionView[];
  filing: { unit: string; on: string; receiptNo: string } | null;
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

function meetingView(row: MeetingRow, keeps: boolean): MeetingView {
  const { deliberationId: _of, rollSalt: _salt, calledAt: _called, closedAt: _closed, ...shown } = row;
  return { ...shown, minutes: keeps ? shown.minutes : null };
}

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
  const plans = texts.filter((text) => text.kind === 'plan');
  const plan = plans.at(-1);
  const voted = await votedText(ctx.db, row);
  return {
    ...summaryOf(row, await deliberationFacts(ctx.db, row, now), standing),
    title: { zh: row.title, en: row.titleEn ?? row.title },
    communityCode: row.communityCode,
    motive: row.motive,
    legalForm: row.legalForm,
    pack: { id: pack.id, checkedOn: pack.checkedOn, unread: isUnread(pack) },
    basis: { choice: row.basis, words: row.basisWords, ...basesIn(texts.filter((text) => text.kind === 'basis')) },
    needsFiling: row.needsFiling,
    belowMarket: row.belowMarket,
    openedAt: row.openedAt,
    endedAt: row.endedAt,
    planSentOn: row.planSentOn,
    plan: plan && (keeps || row.planSentOn !== null || standing.relations.has('voter')) ? textView(plan) : null,
    plans: keeps ? plans.map(textView) : [],
    meetings: meetings.map((one) => meetingView(one, keeps)),
    resolutions: texts
      .filter((text) => text.kind === 'resolution')
      .map((text) => ({ ...textView(text), asVoted: !voted || saysTheSame(text, voted) })),
    voted: voted ? textView(voted) : null,
    notice: row.noticeUntil
      ? { until: row.noticeUntil, daysLeft: noticeDaysLeft(row.noticeUntil, pack.publicDays, now) }
      : null,
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
    ...(await pricesOf(ctx.db, row.id)),
    results: texts.filter((text) => text.kind === 'result').map((text) => resultView(text, figures)),
    files: await filesOf(ctx, of, keeps),
    handedOn: keeps ? await handedOn(ctx, of) : [],
    sources: Number(sources?.rows ?? 0),
    projectCode: row.projectCode,
  };
}
