import { postStep } from '@/app/_track/post-step';
import { refusedAnswer } from '@/app/_track/refused';
import { freshFields, stepAnswer } from '@/app/_track/step-answer';
import { isStepName, type StepName } from '@/app/_track/steps';
import { readTyped } from '@/app/_track/typed';
import { openTracked, readerOf } from '@/app/_track/viewer';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { currentContext } from '@/lib/transport/session';

type Params = { params: Promise<{ code: string; action: string }> };

function stepOf(action: string): StepName {
  if (!isStepName(action)) throw new DomainError('not_found', 'order.code_unknown');
  return action;
}

/** `GET /t/CODE/STEP`: the form of one step, with what was being written before, or why it is not possible now. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code, action }] = await Promise.all([readerOf(), params]);
  let ctx: Context | null = null;
  try {
    ctx = await currentContext();
    const step = stepOf(action);
    const viewer = await openTracked(ctx, code);
    const typed = await readTyped(ctx);
    const isKept = typed?.step === step && typed.handle === viewer.handle;
    const solved = step === 'rate' ? new URL(request.url).searchParams.get('solved') : null;
    const fields = {
      ...freshFields(viewer, step),
      ...(isKept && typed ? typed.fields : {}),
      ...(solved !== null && { solved }),
    };
    return await stepAnswer(ctx, reader, viewer, step, { fields, errors: [], status: 200, isKept });
  } catch (error) {
    return refusedAnswer(ctx, reader, error, { handle: code, nonce: null });
  }
}

/** `POST /t/CODE/STEP`: takes the step, or comes back with everything that was typed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code, action }] = await Promise.all([readerOf(), params]);
  if (isStepName(action)) return postStep(request, reader, code, action);
  return refusedAnswer(null, reader, new DomainError('not_found', 'order.code_unknown'), { handle: code, nonce: null });
}
