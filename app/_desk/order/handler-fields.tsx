import { CheckboxGroup, type Choice, RadioCards } from '@/components/choice-fields';
import type { Locale } from '@/components/preferences';
import { SelectField } from '@/components/text-fields';
import type { Candidate } from '@/lib/orders/queries/list-candidates';
import type { FormView } from '../../_shell/form-values';
import { nameIn, rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { skills } from '../skills';
import type { Choices } from './load-order';

/** `unit:PL-PROP`, `person:ID`: one value for a radio button; the action takes it apart again. */
const handlerValue = (handler: Candidate['handler']): string =>
  'unit' in handler ? `unit:${handler.unit}` : `person:${handler.person}`;

interface Props {
  choices: Choices;
  view: FormView;
  locale: Locale;
  t: Translate;
}

/** 指派: who may be ordered, those of the default table first with the reason and what they hold now. */
export function HandlerFields({ choices, view, locale, t }: Props) {
  const named: Choice[] = choices.candidates.map((candidate) => ({
    value: handlerValue(candidate.handler),
    label: (
      <>
        {nameIn(locale, candidate.name)}
        <span className="choice-why">{candidate.reasons.map((reason) => t(`candidate.${reason}`)).join(' · ')}</span>
      </>
    ),
    aside: t('candidate.load', { count: candidate.load }),
  }));
  const preselected = choices.candidates.find((candidate) => candidate.preselected) ?? choices.candidates[0];
  return (
    <>
      <RadioCards
        name="handler"
        label={t('desk.dispatch.assign')}
        hint={t('desk.dispatch.assign_hint')}
        choices={[...named, { value: 'other', label: t('desk.dispatch.other') }]}
        value={view.text('handler', preselected ? handlerValue(preselected.handler) : 'other')}
        error={view.error('handler')}
      />
      <SelectField
        name="other"
        label={t('desk.dispatch.other_who')}
        note={t('desk.dispatch.other_note')}
        empty={t('desk.dispatch.nobody')}
        defaultValue={view.text('other', '')}
        options={[
          ...choices.gridWorkers.map((person) => ({
            value: `person:${person.id}`,
            label: nameIn(locale, person),
            group: t('desk.dispatch.grid_workers'),
          })),
          ...choices.units.map((unit) => ({
            value: `unit:${unit.code}`,
            label: rowName(locale, unit),
            group: t('desk.dispatch.units'),
          })),
        ]}
      />
    </>
  );
}

/** 邀单: in which cells and with which skills; volunteers may decline. */
export function OfferFields({ choices, view, t, named = '' }: Props & { named?: 'offer.' | '' }) {
  const scopes = ['own', 'neighbours', 'community'] as const;
  return (
    <>
      <RadioCards
        name={`${named}cells`}
        label={t('desk.dispatch.offer')}
        hint={t('desk.dispatch.offer_hint')}
        choices={scopes.map((scope) => ({
          value: scope,
          label: t(`desk.dispatch.scope.${scope}`),
          aside: t('desk.dispatch.registered', { count: choices.volunteers[scope] }),
        }))}
        value={view.text(`${named}cells`, 'neighbours')}
        error={view.error(`${named}cells`)}
      />
      <CheckboxGroup
        name={`${named}skills`}
        label={t('desk.dispatch.skills')}
        note={t('common.optional')}
        row
        choices={skills.map((skill) => ({ value: skill, label: t(`desk.skill.${skill}`) }))}
        values={view.list(`${named}skills`)}
      />
    </>
  );
}
