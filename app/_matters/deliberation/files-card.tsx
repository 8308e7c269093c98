import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Icon } from '@/components/icon';
import { PageFileField } from '@/components/page-file-field';
import type { Locale } from '@/components/preferences';
import { SelectField } from '@/components/text-fields';
import type { DeliberationDetail, MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { newId } from '@/lib/kernel/ids';
import { maxDocumentBytes } from '@/lib/uploads/input';
import { stoneName } from '../../_board/rail';
import { formatWhen } from '../../_order/when';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { FileSending } from './file-sending';
import type { CasePageData } from './load-case-page';

interface Props {
  data: CasePageData;
  kept: KeptForm | null;
  now: number;
  locale: Locale;
  t: Translate;
}

/** Name of the form, and the ids of its controls. */
export const filesForm = 'attach';
const controls = { file: 'attach-file', meeting: 'attach-meeting', isPublic: 'attach-isPublic' };

/** 党员大会审议第 2 次会议 */
const meetingWords = (meeting: MeetingView, { legalForm }: Pick<DeliberationDetail, 'legalForm'>, t: Translate) =>
  t('matters.files.of_meeting', {
    stage: t(stoneName({ key: meeting.stage, meeting }, legalForm)),
    ordinal: meeting.ordinal,
  });

function FileList({ data, now, locale, t }: Props) {
  const { files, meetings } = data.detail;
  if (files.length === 0) return <p className="quiet">{t('matters.files.none')}</p>;
  return (
    <ul className="stack-tight">
      {files.map((file) => {
        const meeting = meetings.find((one) => one.id === file.meeting);
        return (
          <li key={file.document}>
            <p>
              <a className="alone" href={`/documents/${file.document}`}>
                <Icon name="paperclip" className="icon-text" />
                <span lang={wordsLang(locale)}>{file.name}</span>
              </a>{' '}
              <Chip tone={file.isPublic ? 'gold' : 'grey'} icon={file.isPublic ? 'eye' : 'lock'}>
                {t(file.isPublic ? 'matters.files.public' : 'matters.files.kept')}
              </Chip>
            </p>
            <p className="quiet small">
              {[meeting && meetingWords(meeting, data.detail, t), formatWhen(file.at, now, locale)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/**
 * What is attached to a case, each with who may read it, and the form that adds one. It posts to an address of its own:
 * a document is larger than an action takes. A document that came in while something else was refused need not be sent
 * again.
 */
export function FilesCard(props: Props) {
  const { data, kept, t } = props;
  const { detail, keeps } = data;
  const view = formView(filesForm, kept, controls);
  const mayAttach = detail.abilities.includes('attach');
  if (!keeps && detail.files.length === 0) return null;
  const [document, name] = [view.text('document'), view.text('documentName')];
  return (
    <section className="card stack" id="files" aria-labelledby="files-title">
      <h2 id="files-title">{t('matters.files.title', { count: detail.files.length })}</h2>
      <FileList {...props} />
      {view.refused && !mayAttach && (
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      )}
      {mayAttach && (
        <details className="fold" open={view.refused}>
          <summary>{t('matters.files.add')}</summary>
          <form
            key={view.key}
            method="post"
            action={`/desk/deliberations/${detail.code}/files`}
            encType="multipart/form-data"
            className="stack matter-form"
          >
            <input type="hidden" name="clientId" value={newId()} />
            <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
            {document && name && (
              <>
                <input type="hidden" name="document" value={document} />
                <input type="hidden" name="documentName" value={name} />
                <p>{t('matters.files.here', { name })}</p>
              </>
            )}
            <PageFileField
              name="file"
              id={controls.file}
              label={t('matters.files.file')}
              hint={t('matters.files.file_hint')}
              icon="paperclip"
              accept="application/pdf"
              required={!document}
              error={view.error('file')}
            />
            <FileSending
              field={controls.file}
              mostBytes={maxDocumentBytes}
              words={{
                sending: t('matters.files.sending', { size: '{size}' }),
                tooLarge: t('matters.files.too_large', { size: '{size}' }),
                notPdf: t('matters.files.not_pdf'),
              }}
            />
            {detail.meetings.length > 0 && (
              <SelectField
                {...view.field('meeting')}
                id={controls.meeting}
                label={t('matters.files.meeting')}
                note={t('common.optional')}
                empty={t('matters.files.no_meeting')}
                options={detail.meetings.map((one) => ({ value: one.id, label: meetingWords(one, detail, t) }))}
              />
            )}
            <RadioCards
              name="isPublic"
              id={controls.isPublic}
              label={t('matters.files.who')}
              choices={[
                { value: 'false', label: t('matters.files.kept'), aside: t('matters.files.kept_words') },
                { value: 'true', label: t('matters.files.public'), aside: t('matters.files.public_words') },
              ]}
              value={view.text('isPublic', 'false') || 'false'}
              error={view.error('isPublic')}
            />
            <p>
              <Button kind="outline" icon="paperclip" data-send>
                {t('matters.files.send')}
              </Button>
            </p>
          </form>
        </details>
      )}
    </section>
  );
}
