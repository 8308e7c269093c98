import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import { PhotoStrip } from '@/components/photo-strip';
import { ReadAloud } from '@/components/read-aloud';
import { wordsLang } from '../../_shell/names';
import { exactWhen } from '../exact-when';
import { namingOf } from './fields';
import { NamingFields } from './report-fields';
import { ReportPreview } from './report-preview';
import type { StepProps } from './report-steps';

/** 您反映：…对吗？ Everything once more, in large letters, before it is sent, with what becomes of it. */
export function ReadBack(props: StepProps) {
  const { view, data, locale, placeLine, isOnePage, t } = props;
  const total = view.photoIds.length;
  const naming = namingOf(view.fields);
  const said = t('report.check.line', { place: placeLine, words: view.text('words') });
  const { preview } = data;
  const aloud = [
    t('report.check.title'),
    said,
    preview?.promise && t('report.check.aloud', { when: exactWhen(preview.promise.finishBy, locale) }),
    t('report.check.right'),
  ].filter(Boolean);
  const hasNamingError = (['naming', 'name', 'phone'] as const).some((name) => view.error(name));
  return (
    <>
      <h2 className="question">{t('report.check.title')}</h2>
      <p className="read-back" lang={wordsLang(locale)}>
        {said}
      </p>
      <p className="question">{t('report.check.right')}</p>
      <ReadAloud
        text={aloud.join(' ')}
        lang={locale}
        icon={<Icon name="speaker" />}
        label={t('common.read.label')}
        stop={t('common.read.stop')}
      />
      <PhotoStrip
        photos={view.photoIds.map((id, at) => ({
          src: `/photos/${id}?size=thumb`,
          alt: t('common.photo.by_resident', { n: at + 1, total }),
        }))}
      />
      {preview && (
        <div className="stack-tight">
          <ReportPreview
            preview={preview}
            isChosen={view.text('item') !== ''}
            phones={data.phones}
            nearby={data.nearby}
            join={view.text('join')}
            last={data.last}
            fresh={view.text('fresh')}
            locale={locale}
            t={t}
          />
        </div>
      )}
      {isOnePage ? (
        <>
          <Facts
            facts={[
              { name: t('report.check.naming'), value: t(`report.naming.${naming}`) },
              { name: t('report.check.phone'), value: view.text('phone') || t('report.check.no_phone') },
              { name: t('report.check.name'), value: naming === 'anonymous' ? '' : view.text('name') },
            ]}
          />
          {(['naming', 'phone', 'name'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={view.text(name)} />
          ))}
        </>
      ) : (
        <details className="fold" open={hasNamingError || view.text('phone') !== ''}>
          <summary>{t('report.check.leave')}</summary>
          <div className="stack">
            <NamingFields {...props} />
          </div>
        </details>
      )}
    </>
  );
}
