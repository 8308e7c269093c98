import type { Context } from '@/lib/kernel/context';
import { type AnswerStep, toldOfAnswer } from './queries/told-of-answer';

interface CaseMessage {
  caseId: string;
  seq: number;
}

/** Tells whoever suggested it of what was said; a repeat tells nobody twice. That it was linked is no news by itself. */
export async function tellOfAnswer(
  ctx: Context,
  message: CaseMessage,
  tell: (step: Omit<AnswerStep, 'photos'>) => Promise<void>,
): Promise<void> {
  const step = await toldOfAnswer(ctx, message);
  if (step && step.kind !== 'answer.linked') await tell(step);
}

/** Photos that became public are never swept. */
export async function keepAnswerPhotos(
  ctx: Context,
  message: CaseMessage,
  keep: (ids: string[]) => Promise<void>,
): Promise<void> {
  const step = await toldOfAnswer(ctx, message);
  if (step && step.photos.length > 0) await keep(step.photos);
}
