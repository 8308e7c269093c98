import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/mediation/input';
import type { AreaView } from '@/lib/places/view';
import { type FormView, formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import { rowName } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { openAction } from './actions';

/** As many sides as a paper form has; the first two are needed. */
const sides = [0, 1, 2, 3];
const parts = ['name', 'phone', 'address', 'account'] as const;
/** The fields of one side before the whole list: an issue of `parties.0.account` is that field's. */
const fields = [
  'title',
  'community',
  'order',
  ...sides.flatMap((at) => parts.map((part) => `parties.${at}.${part}`)),
  'parties',
];

/** `parties` alone, where too few were filled in, leads to the second name. */
export const openView = (kept: KeptForm | null): FormView =>
  formView(
    'open',
    kept,
    Object.fromEntries(fields.map((name) => [name, name === 'parties' ? 'parties.1.name' : name])),
  );

function Side({ at, view, t }: { at: number; view: FormView; t: Translate }) {
  const name = (part: string) => `parties.${at}.${part}`;
  return (
    <fieldset className="stack">
      <legend className="strong">{t('mediation.open.side', { n: at + 1 })}</legend>
      <TextField
        {...view.field(name('name'))}
        label={t('mediation.field.name')}
        required={at < 2}
        note={at < 2 ? undefined : t('common.optional')}
        maxLength={limits.name}
        autoComplete="off"
      />
      <TextField
        {...view.field(name('phone'))}
        type="tel"
        label={t('mediation.field.phone')}
        note={t('common.optional')}
        maxLength={20}
        autoComplete="off"
      />
      <TextField
        {...view.field(name('address'))}
        label={t('mediation.field.address')}
        note={t('common.optional')}
        maxLength={limits.address}
        autoComplete="off"
      />
      <TextField
        {...view.field(name('account'))}
        label={t('mediation.field.account')}
        note={t('common.optional')}
        hint={at === 0 ? t('mediation.field.account_hint') : undefined}
        maxLength={60}
        autoComplete="off"
      />
    </fieldset>
  );
}

/** 登记: what it is about in a few words, and both sides. */
export function OpenForm(props: {
  communities: AreaView[];
  view: FormView;
  order: string;
  locale: Locale;
  t: Translate;
}) {
  const { communities, view, locale, t } = props;
  const more = sides.slice(2).some((at) => parts.some((part) => view.text(`parties.${at}.${part}`)));
  return (
    <form key={view.key} action={openAction} className="card stack">
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {communities.length > 1 ? (
        <SelectField
          {...view.field('community')}
          label={t('mediation.field.community')}
          options={communities.map((one) => ({ value: one.code, label: rowName(locale, one) }))}
        />
      ) : (
        <input type="hidden" name="community" value={communities[0]?.code ?? ''} />
      )}
      <TextField
        {...view.field('title')}
        label={t('mediation.field.title')}
        hint={t('mediation.field.title_hint')}
        required
        maxLength={limits.title}
      />
      <TextField
        {...view.field('order', props.order)}
        label={t('mediation.field.order')}
        note={t('common.optional')}
        maxLength={32}
        autoComplete="off"
      />
      {sides.slice(0, 2).map((at) => (
        <Side key={at} {...{ at, view, t }} />
      ))}
      <details open={more}>
        <summary>{t('mediation.open.more_sides')}</summary>
        <div className="stack">
          {sides.slice(2).map((at) => (
            <Side key={at} {...{ at, view, t }} />
          ))}
        </div>
      </details>
      <p>
        <Button icon="plus">{t('mediation.open.send')}</Button>
      </p>
    </form>
  );
}
