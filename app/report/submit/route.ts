import { getTranslations } from 'next-intl/server';
import { type PostedForm, readPostedForm } from '@/app/_resident/form-body';
import { againPage } from '@/app/_resident/report/again-page';
import { answerReport } from '@/app/_resident/report/answer-report';
import { keepReportDraft, readReportDraft } from '@/app/_resident/report/draft';
import { issuesOfReport, keepFields, storable } from '@/app/_resident/report/fields';
import { readPreferences } from '@/app/_shell/read-preferences';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import { refusedState } from '@/lib/transport/action';
import { guardOrigin } from '@/lib/transport/http';
import { logUnexpected } from '@/lib/transport/log';
import { problemResponse } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { maxUploadBytes } from '@/lib/uploads/input';

// A photo that is too large is named and thrown away as it comes, and so is one too many: the words beside them, which
// come after them in the body, are kept. The end of it all is far above what anybody chooses by mistake.
const bodyLimits = {
  fileBytes: maxUploadBytes,
  files: 2 * limits.requestPhotos,
  totalBytes: 64 * maxUploadBytes,
};

/** A body that could not be read at all: what was kept before stays, and the page says why. */
async function refuseBody(ctx: Context, error: unknown): Promise<string> {
  const draft = await readReportDraft(ctx);
  const { reason = '', message = '' } = await refusedState(error, ctx, {}, 'post /report/submit');
  const fields = draft?.fields ?? {};
  await keepReportDraft(ctx, { fields, photoIds: draft?.photoIds ?? [], issues: issuesOfReport({ reason, message }) });
  return '/report?refused=1#errors';
}

/** The address of a page that said "not submitted yet", opened anew: the form. */
export const GET = (): Response => new Response(null, { status: 303, headers: { location: '/report' } });

/** R2: takes a report with its photos. 303 to its own page, or back to the form with everything kept, or 503. */
export async function POST(request: Request): Promise<Response> {
  const preferences = await readPreferences();
  try {
    guardOrigin(request);
  } catch (error) {
    return problemResponse(error, { locale: preferences.locale, requestId: newId() });
  }
  let form: PostedForm | null = null;
  let unreadable: unknown;
  try {
    form = await readPostedForm(request, bodyLimits);
  } catch (error) {
    unreadable = error;
  }
  try {
    const ctx = await currentContext();
    const location = form ? await answerReport(ctx, form, preferences.locale) : await refuseBody(ctx, unreadable);
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  } catch (error) {
    if (!isDomainError(error)) logUnexpected(error, newId());
    const posted = form ? storable(form.fields) : {};
    const fields = { ...keepFields(posted), ...(posted.kept !== undefined && { kept: posted.kept }) };
    const status = isDomainError(error) && error.code === 'too_large' ? 413 : 503;
    return againPage({ status, fields, t: await getTranslations(), ...preferences });
  }
}
