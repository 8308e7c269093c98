import { answer } from '@/lib/answers/tables';
import type { CaseHeads } from '@/lib/casework/verify';
import { deliberation } from '@/lib/deliberation/tables';
import { mediation } from '@/lib/mediation/tables';
import { project } from '@/lib/projects/tables';
import { opinionRound } from '@/lib/rounds/tables';

type Heads = CaseHeads['head'];

const kind = (name: string, { id, code, status, lastSeq, lastHash }: Heads, namesCode = true): CaseHeads => ({
  kind: name,
  head: { id, code, status, lastSeq, lastHash },
  namesCode,
});

/** Every kind of case whose history stands in `case_event`. A mediation's number is not told even to its history. */
export const caseKinds: readonly CaseHeads[] = [
  kind('answer', answer),
  kind('deliberation', deliberation),
  kind('mediation', mediation, false),
  kind('project', project),
  kind('round', opinionRound),
];
