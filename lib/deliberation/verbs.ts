import type { ZodType } from 'zod';
import type { ActionVerb } from '@/lib/kernel/endpoint';
import { addSources } from './commands/add-sources';
import { annulMeeting } from './commands/annul-meeting';
import { answerObjection } from './commands/answer-objection';
import { attachDocument } from './commands/attach-document';
import { beginImplementation } from './commands/begin-implementation';
import { closeVote } from './commands/close-vote';
import { conveneMeeting } from './commands/convene-meeting';
import { correctResolution } from './commands/correct-resolution';
import { correctResult } from './commands/correct-result';
import { endDeliberation } from './commands/end-deliberation';
import { enterRoll } from './commands/enter-roll';
import { fileResolution } from './commands/file-resolution';
import { freezeRoll } from './commands/freeze-roll';
import { handOnDecision } from './commands/hand-on-decision';
import { openVote } from './commands/open-vote';
import { publishResolution } from './commands/publish-resolution';
import { publishResult } from './commands/publish-result';
import { recordAttendance } from './commands/record-attendance';
import { recordCount } from './commands/record-count';
import { reviseDeliberation } from './commands/revise-deliberation';
import { sendPlan } from './commands/send-plan';
import { setPrices } from './commands/set-prices';
import { stateBasis } from './commands/state-basis';
import { writePlan } from './commands/write-plan';
import {
  annulInput,
  answerObjectionInput,
  attachInput,
  attendInput,
  basisInput,
  closeInput,
  conveneInput,
  correctInput,
  correctResultInput,
  countInput,
  fileInput,
  handOnInput,
  plainInput,
  planInput,
  pricesInput,
  publishInput,
  reasonInput,
  resultInput,
  reviseInput,
  rollInput,
  sourcesInput,
} from './input';
import type { DeliberationSummary } from './view';
import type { Action } from './workflow';

/**
 * Actions with a way of their own: a vote answers with its receipt, an objection comes from anybody, and a project is
 * named by the program.
 */
type Apart = 'cast' | 'object' | 'take_project';

/** An action that staff may ask for, with its input and its verb. */
export type Verb = ActionVerb<DeliberationSummary> & { action: Exclude<Action, Apart> };

const verb = (action: Verb['action'], input: ZodType, run: Verb['run']): Verb => ({ action, input, run });

/** Every action of the table that answers with the case as it stands then. */
export const verbs: readonly Verb[] = [
  verb('revise', reviseInput, reviseDeliberation),
  verb('state_basis', basisInput, stateBasis),
  verb('write_plan', planInput, writePlan),
  verb('send_plan', plainInput, sendPlan),
  verb('convene', conveneInput, conveneMeeting),
  verb('enter_roll', rollInput, enterRoll),
  verb('freeze_roll', plainInput, freezeRoll),
  verb('attend', attendInput, recordAttendance),
  verb('open_vote', plainInput, openVote),
  verb('count', countInput, recordCount),
  verb('close_vote', closeInput, closeVote),
  verb('annul_meeting', annulInput, annulMeeting),
  verb('reject', reasonInput, (ctx, input) => endDeliberation(ctx, 'reject', input)),
  verb('withdraw', reasonInput, (ctx, input) => endDeliberation(ctx, 'withdraw', input)),
  verb('publish', publishInput, publishResolution),
  verb('correct', correctInput, correctResolution),
  verb('answer_objection', answerObjectionInput, answerObjection),
  verb('file', fileInput, fileResolution),
  verb('set_prices', pricesInput, setPrices),
  verb('begin', plainInput, beginImplementation),
  verb('hand_on', handOnInput, handOnDecision),
  verb('publish_result', resultInput, publishResult),
  verb('correct_result', correctResultInput, correctResult),
  verb('add_source', sourcesInput, addSources),
  verb('attach', attachInput, attachDocument),
];
