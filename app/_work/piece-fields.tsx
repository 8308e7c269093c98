import { Chip } from '@/components/chip';
import { PageFileField } from '@/components/page-file-field';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { FormView } from '../_shell/form-values';
import { KeptPhotos } from '../_shell/kept-photos';
import type { Translate } from '../_shell/translate';
import type { PlanRow } from './evidence-plan';

/** One piece of the checklist: shown as there when the record proves it, else its field and the way to leave it out. */
export function PieceFields(props: { row: PlanRow; name: string; view: FormView; back: string; t: Translate }) {
  const { row, view, back, t } = props;
  const { kind, way, proven } = row;
  const name = props.name;
  const kept = view.list(`kept.${kind}`);
  const excuse = view.text(`missing.${kind}`, '');
  return (
    <div className="piece stack-tight">
      <div className="card-head">
        <h3 className="card-title">{name}</h3>
        {proven ? (
          <Chip tone="green" icon="circle-check">
            {t('work.finish.proven')}
          </Chip>
        ) : (
          row.either && <span className="quiet small">{t('work.finish.either')}</span>
        )}
      </div>
      {proven && (
        <p className="quiet small">
          {t(`work.finish.proven_by.${kind === 'photo_before' ? 'photo_before' : 'record'}`)}
        </p>
      )}
      {way === 'photos' && <KeptPhotos ids={kept} kind={kind} t={t} />}
      {way === 'photos' && proven && (
        <details open={Boolean(view.error(`photo.${kind}`))}>
          <summary>{t('work.finish.more_photos', { kind: name })}</summary>
          <PhotoField {...{ kind, view, t }} label={t('work.finish.photos', { kind: name })} />
        </details>
      )}
      {way === 'photos' && !proven && (
        <PhotoField
          {...{ kind, view, t }}
          label={t(kept.length > 0 ? 'work.finish.more_photos' : 'work.finish.photos', { kind: name })}
        />
      )}
      {way === 'line' && (
        <TextField
          name={`text.${kind}`}
          label={name}
          hint={t(`evidence.hint.${kind}`)}
          maxLength={200}
          defaultValue={view.text(`text.${kind}`, '')}
          error={view.error(`text.${kind}`)}
        />
      )}
      {way === 'text' && (
        <PageTextArea
          name={`text.${kind}`}
          label={name}
          hint={t(`evidence.hint.${kind}`)}
          rows={3}
          maxLength={limits.words}
          defaultValue={view.text(`text.${kind}`, '')}
          error={view.error(`text.${kind}`)}
        />
      )}
      {way === 'visit' && !proven && (
        <p>
          {t(`evidence.hint.${kind}`)} <a href={back}>{t('work.finish.go_back')}</a>
        </p>
      )}
      {!proven && (
        <details open={Boolean(excuse) || Boolean(view.error(`missing.${kind}`))}>
          <summary>{t('work.finish.leave_out')}</summary>
          <TextField
            name={`missing.${kind}`}
            label={t('work.finish.why_missing', { kind: name })}
            hint={t('work.finish.why_hint')}
            maxLength={limits.shortWords}
            defaultValue={excuse}
            error={view.error(`missing.${kind}`)}
          />
        </details>
      )}
    </div>
  );
}

function PhotoField({ kind, label, view, t }: { kind: string; label: string; view: FormView; t: Translate }) {
  return (
    <PageFileField
      name={`photo.${kind}`}
      label={label}
      hint={t(`evidence.hint.${kind}`)}
      multiple
      error={view.error(`photo.${kind}`)}
    />
  );
}
