import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { issuesOfForm, newOrderInput } from '@/app/_desk/new/new-order';
import { entryOf } from '@/app/_desk/new/proxy-channels';
import { takeChat, wholeChat } from '@/app/_desk/new/take-chat';
import { refusalOf } from '@/app/_desk/refused-form';
import { keepSlipSecret } from '@/app/_desk/slip/slip-secret';
import { dropKept, storeKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { limits } from '@/lib/orders/input';
import { refusedState } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { guardOrigin, refuseUnstorableText } from '@/lib/transport/http';
import { problemResponse } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { readMultipart, storePhotos } from '@/lib/transport/upload-endpoint';
import { maxUploadBytes } from '@/lib/uploads/input';

const formName = 'new';
const texts = 256 * 1024;

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/** Photos of earlier tries that the form still names, then the new ones. */
async function photosOf(ctx: Context, form: FormData): Promise<string[]> {
  const kept = form.get('dropPhotos') ? [] : form.getAll('kept').filter((id): id is string => typeof id === 'string');
  const stored = await storePhotos(ctx, form, 'photos', limits.requestPhotos);
  return [...new Set([...kept, ...stored.map((photo) => photo.id)])].slice(0, limits.requestPhotos);
}

/**
 * The post of 代点单 at every entry, multipart because of its photos. `do=check` looks at what was typed and comes back,
 * `do=chat` takes the words of one person out of a pasted chat; `do=submit` makes the order and goes to its slip. Whatever is refused, also because the session was over, comes back with the text
 * and the photos kept.
 */
export async function POST(request: Request): Promise<Response> {
  const { locale } = await readPreferences();
  const ctx = await currentContext();
  let form: FormData;
  try {
    guardOrigin(request);
    form = await readMultipart(request, limits.requestPhotos * maxUploadBytes + texts);
  } catch (error) {
    return problemResponse(error, { locale, requestId: ctx.requestId });
  }
  const signedOut = ctx.actor.kind !== 'person';
  const { kept: _, dropPhotos: __, do: verb, entry, ...typed } = formFields(form);
  const page = entryOf(entry).path;
  let photos: string[] = [];
  try {
    refuseUnstorableText(typed);
    photos = await photosOf(ctx, form);
    // The moment of consent is that of the tick's first arrival, not of the last correction.
    if (typed.consent === 'yes') typed.consentAt ??= rfc3339(ctx.now());
    else delete typed.consentAt;
    if (signedOut) {
      await storeKept(ctx, page, formName, typed, await refusalOf(ctx, untouched), photos);
      return seeOther(`/login?next=${encodeURIComponent(`${page}?form=${formName}#errors`)}`);
    }
    if (verb === 'chat') {
      const { fields, issues } = takeChat(typed, await getTranslations());
      await storeKept(ctx, page, formName, fields, { issues }, photos);
      return seeOther(`${page}?form=${formName}#${issues[0] ? 'errors' : 'words'}`);
    }
    if (verb === 'check') {
      await storeKept(ctx, page, formName, typed, {}, photos);
      return seeOther(`${page}?form=${formName}#item`);
    }
    const several = wholeChat(typed, await getTranslations());
    if (several.length > 0) {
      await storeKept(ctx, page, formName, typed, { issues: several }, photos);
      return seeOther(`${page}?form=${formName}#errors`);
    }
    const consentAt = typeof typed.consentAt === 'string' ? typed.consentAt : undefined;
    const made = await submitOrder(ctx, newOrderInput(typed, consentAt, photos));
    await dropKept(ctx, page);
    if (ctx.actor.kind === 'person') keepSlipSecret(await cookies(), made, ctx.actor.personId);
    return seeOther(`/desk/slip/${made.code}`);
  } catch (error) {
    const state = await refusedState(error, ctx, typed, `post ${page}`);
    const message = state.message ?? '';
    const issues = issuesOfForm({ reason: state.reason ?? '', message, issues: state.issues });
    await storeKept(ctx, page, formName, typed, { message, issues }, photos);
    return seeOther(`${page}?form=${formName}#errors`);
  }
}
