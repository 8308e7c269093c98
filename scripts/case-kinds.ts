import { answerPapers } from '@/lib/answers/papers';
import { answer } from '@/lib/answers/tables';
import type { CaseHeads, CasePapers } from '@/lib/casework/verify';
import { deliberationPapers } from '@/lib/deliberation/papers';
import { deliberation } from '@/lib/deliberation/tables';
import { liaisonLetter } from '@/lib/letters/tables';
import { mediation } from '@/lib/mediation/tables';
import { project } from '@/lib/projects/tables';
import { opinionRound } from '@/lib/rounds/tables';

type Heads = CaseHeads['head'];

const kind = (
  name: string,
  { id, code, status, lastSeq, lastHash }: Heads,
  { namesCode = true, papers }: { namesCode?: boolean; papers?: CasePapers } = {},
): CaseHeads => ({
  kind: name,
  head: { id, code, status, lastSeq, lastHash },
  namesCode,
  papers,
});

/** Every kind of case whose history stands in `case_event`. A mediation's number is not told even to its history. */
export const caseKinds: readonly CaseHeads[] = [
  kind('answer', answer, { papers: answerPapers }),
  kind('deliberation', deliberation, { papers: deliberationPapers }),
  kind('letter', liaisonLetter),
  kind('mediation', mediation, { namesCode: false }),
  kind('project', project),
  kind('round', opinionRound),
];
