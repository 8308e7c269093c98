import { Button } from '@/components/button';
import { renderLite } from '@/components/lite/document';
import { LitePage } from '@/components/lite/lite-page';
import { Notice } from '@/components/notice';
import type { Locale, Mode } from '@/components/preferences';
import { TextArea } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { contentSecurityPolicy, securityHeaders } from '@/lib/transport/security-headers';
import type { Translate } from '../../_shell/translate';
import { type Fields, one } from './fields';
import { reportAction } from './report-form';

/**
 * 503: nothing can be stored now, not even a draft; 413: the text is far longer than what can be kept. The page itself
 * holds what was typed, in a form that sends it again; it needs neither database nor files. Photos cannot travel back to
 * the browser, and it says so.
 */
export async function againPage(input: {
  status: 503 | 413;
  fields: Fields;
  t: Translate;
  locale: Locale;
  mode: Mode;
}): Promise<Response> {
  const { fields, t, locale, mode, status } = input;
  const why = status === 413 ? 'long' : 'again';
  const words = one(fields, 'words') ?? '';
  const nonce = btoa(crypto.randomUUID());
  const hidden = Object.keys(fields).filter((name) => name !== 'words');
  const html = await renderLite({
    lang: locale,
    mode,
    nonce,
    title: t(`report.${why}.title`),
    skip: t('common.skip'),
    body: (
      <LitePage
        back={{ href: '/', label: t('nav.home') }}
        choices={[]}
        returnTo="/report"
        footer={{ links: [{ href: 'tel:12345', label: t('nav.hotline'), icon: 'phone' }], lines: [t('nav.owner')] }}
      >
        <h1>{t(`report.${why}.title`)}</h1>
        <Notice kind="bad">{t(`report.${why}.text`, { most: limits.words, count: words.length })}</Notice>
        <form method="post" action={reportAction} encType="multipart/form-data" className="stack">
          {hidden.flatMap((name) =>
            [fields[name] ?? []]
              .flat()
              .map((value) => <input key={`${name}-${value}`} type="hidden" name={name} value={value} />),
          )}
          <TextArea name="words" label={t('report.words.label')} rows={status === 413 ? 12 : 6} defaultValue={words} />
          <Button name="do" value="submit" large wide>
            {t('report.again.send')}
          </Button>
        </form>
        <p>{t('report.again.phone')}</p>
      </LitePage>
    ),
  });
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(status === 503 && { 'retry-after': '60' }),
      ...securityHeaders,
      'content-security-policy': contentSecurityPolicy(nonce),
    },
  });
}
