import type { ActionVerb } from '@/lib/kernel/endpoint';
import { callOffLetter } from './commands/call-off-letter';
import { closeLetter } from './commands/close-letter';
import { extendLetter } from './commands/extend-letter';
import { holdMeeting } from './commands/hold-meeting';
import { postponeDecision } from './commands/postpone-decision';
import { receiveLetter } from './commands/receive-letter';
import { replyToLetter } from './commands/reply-to-letter';
import { sendBackReply } from './commands/send-back-reply';
import { settleDecision } from './commands/settle-decision';
import {
  endInput,
  extendInput,
  meetingInput,
  postponeInput,
  receiveInput,
  replyInput,
  sendBackInput,
  settleInput,
} from './input';
import type { LetterSummary } from './view';
import type { Action } from './workflow';

/** Every action with its input and the verb that does it, for REST and the screens. */
export const verbs = [
  { action: 'receive', input: receiveInput, run: receiveLetter },
  { action: 'reply', input: replyInput, run: replyToLetter },
  { action: 'send_back', input: sendBackInput, run: sendBackReply },
  { action: 'extend', input: extendInput, run: extendLetter },
  { action: 'hold_meeting', input: meetingInput, run: holdMeeting },
  { action: 'settle_decision', input: settleInput, run: settleDecision },
  { action: 'postpone_decision', input: postponeInput, run: postponeDecision },
  { action: 'close', input: endInput, run: closeLetter },
  { action: 'call_off', input: endInput, run: callOffLetter },
] as const satisfies readonly (ActionVerb<LetterSummary> & { action: Action })[];
