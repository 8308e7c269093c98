import { Tick } from '@/components/choice-fields';
import type { FormView } from './form-values';
import type { Translate } from './translate';

/**
 * In a form whose words go to a resident: they are looked through once before they leave. Handed back, the form says what
 * they lack and offers to send them as they are.
 */
export function ReplyReview({ view, t }: { view: FormView; t: Translate }) {
  return (
    <>
      <input type="hidden" name="reviewReply" value="true" />
      {view.reason === 'reply.weak' && <Tick name="sendAsIs" value="true" label={t('common.send_as_is')} />}
    </>
  );
}

/** What was posted of it, as the fields that the verb reads. */
export const reviewFields = (fields: Record<string, string | string[]>): [name: string, value: string][] =>
  ['reviewReply', 'sendAsIs'].flatMap((name): [string, string][] => (fields[name] === 'true' ? [[name, 'true']] : []));
