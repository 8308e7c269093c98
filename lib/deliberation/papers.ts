import { inArray } from 'drizzle-orm';
import { canonical } from '@/lib/casework/chain';
import type { CasePapers, Paper } from '@/lib/casework/verify';
import type { Reader } from '@/lib/kernel/context';
import { ballotDigest, rollDigest } from './ballots';
import type { DeliberationEventData, DeliberationEventType } from './events';
import { ballotsOf, rollOf } from './facts';
import type { TextKind } from './status';
import { deliberationMeeting, deliberationText } from './tables';
import { textHash } from './texts';

const textOf: Partial<Record<DeliberationEventType, TextKind>> = {
  'deliberation.basis_stated': 'basis',
  'deliberation.plan_written': 'plan',
  'deliberation.published': 'resolution',
  'deliberation.corrected': 'resolution',
  'deliberation.result_published': 'result',
  'deliberation.result_corrected': 'result',
  'deliberation.rejected': 'result',
  'deliberation.withdrawn': 'result',
};

type Closed = DeliberationEventData['deliberation.vote_closed'];
const numbersOf = ({ eligible, present, yes, no, abstain, needed, passed }: Omit<Closed, 'meeting' | 'ballotDigest'>) =>
  canonical([eligible, present, yes, no, abstain, needed, passed]);

const paper = (key: string, digest: string): Paper => ({ key, digests: [digest] });

function told({ type, data }: { type: string; data: string }): Paper[] {
  const said = JSON.parse(data) as Record<string, unknown>;
  const kind = textOf[type as DeliberationEventType];
  if (kind) {
    // A ground, and the reason of an end, stood in no version when these events did not say one yet.
    const { version = 1, sha256 } = said as { version?: number; sha256?: string };
    return [{ key: `${kind} ${version}`, digests: sha256 === undefined ? null : [sha256] }];
  }
  if (type === 'deliberation.roll_frozen') {
    const { meeting, digest } = said as DeliberationEventData['deliberation.roll_frozen'];
    return [paper(`roll ${meeting}`, digest), paper(`roll shown ${meeting}`, digest)];
  }
  if (type !== 'deliberation.vote_closed') return [];
  const closed = said as unknown as Closed;
  const numbers = paper(`votes ${closed.meeting}`, numbersOf(closed));
  if (closed.ballotDigest === null) return [numbers];
  return [
    numbers,
    paper(`ballots ${closed.meeting}`, closed.ballotDigest),
    paper(`ballots shown ${closed.meeting}`, closed.ballotDigest),
  ];
}

type MeetingRow = typeof deliberationMeeting.$inferSelect;

/** What the rows of a meeting make now. A roll that was frozen before accounts went into its digest fits without them. */
async function keptOf(db: Reader, meeting: MeetingRow): Promise<Paper[]> {
  const papers: Paper[] = [];
  const { id, rollSalt: salt, rollDigest: shown } = meeting;
  if (shown !== null) {
    const roll = await rollOf(db, id);
    const bare = roll.map((seat) => ({ ...seat, personId: null }));
    const digests = [rollDigest(salt ?? '', roll), rollDigest(salt ?? '', bare)];
    papers.push({ key: `roll ${id}`, digests }, paper(`roll shown ${id}`, shown));
  }
  if (meeting.state !== 'passed' && meeting.state !== 'failed') return papers;
  const { eligible, present, yes, no, abstain, neededYes } = meeting;
  papers.push({
    key: `votes ${id}`,
    digests: [
      numbersOf({
        eligible: eligible ?? 0,
        present: present ?? 0,
        yes: yes ?? 0,
        no: no ?? 0,
        abstain: abstain ?? 0,
        needed: neededYes ?? 0,
        passed: meeting.state === 'passed',
      }),
    ],
  });
  if (!meeting.withWeb) return papers;
  const digest = ballotDigest(await ballotsOf(db, id));
  return [...papers, paper(`ballots ${id}`, digest), paper(`ballots shown ${id}`, meeting.ballotDigest ?? '')];
}

/** Texts, rolls, counts and ballots, each as its event says it. */
export const deliberationPapers: CasePapers = {
  told,
  async kept(db, caseIds) {
    const texts = await db
      .select()
      .from(deliberationText)
      .where(inArray(deliberationText.deliberationId, caseIds))
      .orderBy(deliberationText.deliberationId, deliberationText.kind, deliberationText.version);
    const meetings = await db
      .select()
      .from(deliberationMeeting)
      .where(inArray(deliberationMeeting.deliberationId, caseIds))
      .orderBy(deliberationMeeting.id);
    const kept = texts.map((text) => ({
      caseId: text.deliberationId,
      ...paper(`${text.kind} ${text.version}`, textHash(text)),
    }));
    for (const meeting of meetings) {
      const papers = await keptOf(db, meeting);
      kept.push(...papers.map((one) => ({ caseId: meeting.deliberationId, key: one.key, digests: one.digests ?? [] })));
    }
    return kept;
  },
};
