import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Notice } from '@/components/notice';
import { TextArea } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { problemOf } from '@/lib/transport/problem';
import { trackAnswer } from './answers';
import { trackFrame } from './frame';
import type { StepFields, StepName } from './steps';
import type { Reader } from './viewer';

/**
 * Nothing can be read or stored now, not even a draft: the page itself holds what was typed, in a form that sends it
 * again under the same key. Photos cannot travel back to the browser, and it says so.
 */
export async function sendAgainAnswer(
  reader: Reader,
  error: unknown,
  typed: { handle: string; step: StepName; fields: StepFields },
): Promise<Response> {
  const { t, locale } = reader;
  const { step, fields } = typed;
  const handle = encodeURIComponent(typed.handle);
  const { status, detail } = problemOf(error, { locale, requestId: newId() });
  const { photoIds, words, ...rest } = fields;
  const body = await trackFrame(null, reader, {
    back: { href: `/t/${handle}`, label: t('track.back_to_order') },
    returnTo: `/t/${handle}`,
    children: (
      <Card className="stack">
        <h1>{t('track.send_again.title')}</h1>
        <Notice kind="bad">{detail}</Notice>
        <form method="post" action={`/t/${handle}/${step}`} encType="multipart/form-data" className="stack">
          {Object.entries(rest).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {photoIds.map((id) => (
            <input key={id} type="hidden" name="photoIds" value={id} />
          ))}
          {step !== 'nudge' && (
            <TextArea name="words" label={t('track.send_again.words')} rows={6} defaultValue={words} />
          )}
          <p className="quiet">{t('track.send_again.photos')}</p>
          <Button large wide>
            {t('track.send_again.send')}
          </Button>
        </form>
      </Card>
    ),
  });
  return trackAnswer(reader, { title: t('track.send_again.title'), body, status: status >= 500 ? 503 : status });
}
