import { cookies } from 'next/headers';
import { safeReturnPath } from '@/components/preferences';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestLoginCode } from '@/lib/people/commands/request-login-code';
import { signInByCode } from '@/lib/people/commands/sign-in-by-code';
import { reworded } from '@/lib/transport/issues';
import { logUnexpected } from '@/lib/transport/log';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext, keepSession } from '@/lib/transport/session';
import { loginPath, type PhoneStep, readStep, stepCookie, stepCookieOptions, writeStep } from '../phone-step';

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim().slice(0, 60) : '';
};

/** Reasons after which the number has to be looked at again, and not the code. */
const backToPhone: readonly string[] = ['login.staff_by_password', 'login.account_disabled', 'login.code_off'];

/** What went wrong, for the page that is shown next. */
async function refusedStep(before: PhoneStep, error: unknown): Promise<PhoneStep> {
  if (!isDomainError(error)) {
    const requestId = newId();
    logUnexpected(error, requestId);
    return { ...before, refused: { reason: 'server.unexpected', params: { requestId } } };
  }
  await noteRefusal(await currentContext(), error, 'post /login/code');
  const [issue] = reworded(error.details.issues ?? [], 'zh-CN');
  const reason = issue?.reason ?? error.reason;
  const codeId = backToPhone.includes(reason) ? null : before.codeId;
  return { ...before, codeId, refused: { reason, params: error.details.params ?? {} } };
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/** Opened as an address. */
export const GET = (): Response => seeOther('/login');

/**
 * `POST /login/code`: `do=ask` with a number, then `do=enter` with the code; `again` and `change` as they say. Plain forms
 * at a stable address: 303 to the next page, or back with the reason and the number kept.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const jar = await cookies();
  const next = safeReturnPath(form.get('next'));
  const here = loginPath({ next });
  const before = readStep(jar.get(stepCookie)?.value) ?? { phone: '', codeId: null, refused: null };
  const verb = text(form, 'do');
  if (verb === 'change') {
    jar.set(stepCookie, '', { ...stepCookieOptions(), maxAge: 0 });
    return seeOther(here);
  }
  const phone = verb === 'ask' ? text(form, 'phone') : before.phone;
  const codeId = verb === 'ask' ? null : before.codeId;
  try {
    const ctx = await currentContext();
    if (verb === 'enter') {
      await keepSession(await signInByCode(ctx, { phone, code: text(form, 'code'), as: 'browser' }));
      jar.set(stepCookie, '', { ...stepCookieOptions(), maxAge: 0 });
      return seeOther(next ?? '/mine');
    }
    const asked = await requestLoginCode(ctx, { phone });
    jar.set(stepCookie, writeStep({ phone, codeId: asked.codeId, refused: null }), stepCookieOptions());
    return seeOther(`${here}#code`);
  } catch (error) {
    jar.set(stepCookie, writeStep(await refusedStep({ phone, codeId, refused: null }, error)), stepCookieOptions());
    return seeOther(`${loginPath({ next, refused: true })}#errors`);
  }
}
