import { Button } from '@/components/button';
import { CheckboxGroup, RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { channels } from '@/lib/kernel/channels';
import { newId } from '@/lib/kernel/ids';
import { urgencies } from '@/lib/orders/status';
import { poolScopes, ruleLimits, workTimes } from '@/lib/routing/input';
import type { RuleView } from '@/lib/routing/queries/list-rules';
import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { nameIn, rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { skills } from '../skills';
import { ruleAction } from './actions';
import type { RoutingPage } from './load-routing';
import { targetValue } from './rule-form-input';

const controls = {
  name: 'name',
  'conditions.items': 'items',
  'conditions.categories': 'categories',
  'conditions.cells': 'cells',
  'conditions.from': 'from',
  'conditions.to': 'until',
  'conditions.words': 'words',
  'conditions.weekdays': 'weekdays',
  'effect.kind': 'kind',
  'effect.target': 'to',
};

interface Props {
  rule: RuleView | null;
  page: RoutingPage;
  kept: KeptForm | null;
  at: string;
  locale: Locale;
  t: Translate;
}

/** What a list shows as ticked: of the last try what was ticked there, else what the rule says. */
const ticked = (view: FormView, kept: KeptForm | null, name: string, stands: readonly (string | number)[] = []) =>
  kept?.form === 'rule' ? view.list(name) : stands.map(String);

function Conditions({ rule, page, kept, locale, t, view }: Props & { view: FormView }) {
  const c = rule?.conditions;
  const of = (name: 'items' | 'categories' | 'cells' | 'weekdays' | 'channels' | 'urgencies') =>
    ticked(view, kept, `conditions.${name}`, c?.[name]);
  const items = of('items');
  return (
    <fieldset className="stack">
      <legend className="strong">{t('routing.form.when')}</legend>
      <p className="quiet">{t('routing.form.when_hint')}</p>
      <CheckboxGroup
        name="conditions.categories"
        id="categories"
        label={t('routing.form.categories')}
        row
        choices={page.categories.map((one) => ({ value: one.code, label: rowName(locale, one) }))}
        values={of('categories')}
        error={view.error('conditions.categories')}
      />
      <details className="fold" open={items.length > 0 || view.error('conditions.items') !== undefined}>
        <summary>{t('routing.form.items_fold', { count: items.length })}</summary>
        <CheckboxGroup
          name="conditions.items"
          id="items"
          label={t('routing.form.items')}
          row
          choices={page.items.map((one) => ({ value: one.code, label: `${one.code} ${rowName(locale, one)}` }))}
          values={items}
          error={view.error('conditions.items')}
        />
      </details>
      <CheckboxGroup
        name="conditions.cells"
        id="cells"
        label={t('routing.form.cells')}
        row
        choices={page.cells.map((one) => ({ value: one.code, label: nameIn(locale, one.name) }))}
        values={of('cells')}
        error={view.error('conditions.cells')}
      />
      <div className="form-pair">
        <TextField
          {...view.field('conditions.from', c?.from)}
          id="from"
          type="time"
          label={t('routing.form.from')}
          note={t('common.optional')}
        />
        <TextField
          {...view.field('conditions.to', c?.to)}
          id="until"
          type="time"
          label={t('routing.form.to')}
          note={t('common.optional')}
        />
      </div>
      <RadioCards
        name="conditions.worked"
        id="worked"
        label={t('routing.form.worked')}
        row
        choices={workTimes.map((value) => ({ value, label: t(`routing.form.worked_${value}`) }))}
        value={view.text('conditions.worked', c?.worked ?? 'any')}
      />
      <CheckboxGroup
        name="conditions.weekdays"
        id="weekdays"
        label={t('routing.form.weekdays')}
        row
        choices={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
          value: String(day),
          label: t('routing.because.weekday', { day }),
        }))}
        values={of('weekdays')}
      />
      <TextField
        {...view.field('conditions.words', c?.words.join('、'))}
        id="words"
        label={t('routing.form.words')}
        note={t('common.optional')}
        hint={t('routing.form.words_hint')}
        maxLength={400}
      />
      <CheckboxGroup
        name="conditions.urgencies"
        id="urgencies"
        label={t('desk.field.urgency')}
        row
        choices={urgencies.map((value) => ({ value, label: t(`desk.urgency.${value}`) }))}
        values={of('urgencies')}
      />
      <CheckboxGroup
        name="conditions.channels"
        id="channels"
        label={t('routing.form.channels')}
        row
        choices={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        values={of('channels')}
      />
    </fieldset>
  );
}

function Effect({ rule, page, kept, locale, t, view }: Props & { view: FormView }) {
  const target = rule?.effect.target;
  const pool = target && 'pool' in target ? target.pool : null;
  return (
    <fieldset className="stack">
      <legend className="strong">{t('routing.form.then')}</legend>
      <RadioCards
        name="kind"
        label={t('routing.form.kind')}
        hint={t('routing.form.kind_hint')}
        choices={(['propose', 'dispatch'] as const).map((value) => ({ value, label: t(`routing.form.${value}`) }))}
        value={view.text('kind', rule?.effect.kind ?? 'propose')}
        error={view.error('effect.kind')}
      />
      <SelectField
        name="to"
        label={t('routing.form.to_whom')}
        empty={t('desk.dispatch.nobody')}
        error={view.error('effect.target')}
        defaultValue={view.text('to', target ? targetValue(target) : '')}
        options={[
          ...page.units.map((one) => ({
            value: `unit:${one.code}`,
            label: nameIn(locale, one.name),
            group: t('desk.dispatch.units'),
          })),
          ...page.persons.map((one) => ({
            value: `person:${one.id}`,
            label: nameIn(locale, one.name),
            group: t('routing.form.persons'),
          })),
          ...poolScopes.map((scope) => ({
            value: `pool:${scope}`,
            label: t(`desk.dispatch.scope.${scope}`),
            group: t('routing.form.pool'),
          })),
        ]}
      />
      <CheckboxGroup
        name="skills"
        label={t('routing.form.skills')}
        note={t('common.optional')}
        row
        choices={skills.map((skill) => ({ value: skill, label: t(`desk.skill.${skill}`) }))}
        values={ticked(view, kept, 'skills', pool?.skills)}
      />
    </fieldset>
  );
}

/** The form of a rule: a new one, or the next version of one; 试跑 shows what it would have done and stores nothing. */
export function RuleForm(props: Props) {
  const { rule, page, kept, at, t } = props;
  const view = formView('rule', kept, controls);
  return (
    <form key={view.key} action={ruleAction} className="stack card rule-form">
      <ErrorSummary title={t('routing.form.refused')} errors={view.errors} />
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="community" value={page.list.community} />
      <input type="hidden" name="clientId" value={newId()} />
      {rule && (
        <>
          <input type="hidden" name="id" value={rule.id} />
          <input type="hidden" name="version" value={rule.version} />
          <input type="hidden" name="isOn" value={rule.isOn ? 'yes' : 'no'} />
        </>
      )}
      <TextField
        {...view.field('name', rule?.name)}
        label={t('routing.form.name')}
        hint={t('routing.form.name_hint')}
        required
        maxLength={ruleLimits.name}
        autoComplete="off"
      />
      <Conditions {...props} view={view} />
      <Effect {...props} view={view} />
      <div className="row-actions">
        <Button name="do" value="save">
          {t('common.save')}
        </Button>
        <Button name="do" value="try" kind="outline">
          {t('routing.form.try')}
        </Button>
      </div>
      <p className="quiet small">{t('routing.form.try_hint')}</p>
    </form>
  );
}
