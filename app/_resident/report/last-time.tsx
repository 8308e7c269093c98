import type { Locale } from '@/components/preferences';
import { TextArea } from '@/components/text-fields';
import type { LastAnswer } from '@/lib/orders/queries/last-answer';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { exactWhen } from '../exact-when';

interface Props {
  last: LastAnswer | null;
  /** What was typed before; kept in sight where the answer itself is shown no longer. */
  fresh: string;
  locale: Locale;
  t: Translate;
}

/** 上次的答复, and 有新情况吗: it may stay empty, and nobody is kept from sending. */
export function LastTime({ last, fresh, locale, t }: Props) {
  if (!last && !fresh) return null;
  return (
    <section className="stack-tight" aria-label={t(last ? 'report.last.title' : 'report.last.fresh')}>
      {last && (
        <>
          <p>{t('report.last.answered', { when: exactWhen(Date.parse(last.closedAt), locale) })}</p>
          <blockquote className="last-reply" lang={wordsLang(locale)}>
            {last.reply}
          </blockquote>
          <p className="small">
            <a className="alone" href={`/t/${last.code}`}>
              {t('report.last.open', { code: last.code })}
            </a>
          </p>
        </>
      )}
      <TextArea
        name="fresh"
        label={t('report.last.fresh')}
        hint={t('report.last.hint')}
        rows={3}
        defaultValue={fresh}
      />
    </section>
  );
}
