import { CheckboxGroup, type Choice, RadioCards } from '@/components/choice-fields';
import type { Locale } from '@/components/preferences';
import { SelectField } from '@/components/text-fields';
import type { FormView } from '../../_shell/form-values';
import { nameIn, rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { skills } from '../skills';
import type { Choices } from './load-order';
import { handlerValue, offerScopes, offerValue, proposedValue } from './recipient';

interface Props {
  choices: Choices;
  view: FormView;
  /** The two verbs as far as they are open; without `assign` there is no list of handlers. */
  may: { assign: boolean; offer: boolean };
  /** What the fields of the offer are called before their own name: `offer.` within another verb. */
  offerPrefix?: 'offer.' | '';
  /** Somebody holds it already: nobody is proposed, least of all the holder. */
  again?: boolean;
  locale: Locale;
  t: Translate;
}

/** As many candidates as can be weighed against each other; whoever else there is stands in the list beneath. */
const mostShown = 6;

function Assign({ choices, view, locale, t, chosen }: Props & { chosen: string | undefined }) {
  const named: Choice[] = choices.candidates.slice(0, mostShown).map((candidate) => ({
    value: handlerValue(candidate.handler),
    label: (
      <>
        {nameIn(locale, candidate.name)}
        <span className="choice-why">
          {candidate.reasons.map((reason) => t(`candidate.${reason}`, { count: candidate.returns })).join(' · ')}
        </span>
      </>
    ),
    aside: t('candidate.load', { count: candidate.load }),
  }));
  return (
    <>
      <RadioCards
        name="handler"
        label={t('desk.dispatch.assign')}
        hint={t('desk.dispatch.assign_hint')}
        choices={[...named, { value: 'other', label: t('desk.dispatch.other') }]}
        value={chosen}
        error={view.error('handler')}
      />
      <div className="for-other">
        <SelectField
          name="other"
          label={t('desk.dispatch.other_who')}
          note={t('desk.dispatch.other_note')}
          empty={t('desk.dispatch.nobody')}
          error={view.error('other')}
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
      </div>
    </>
  );
}

function Offer({ choices, view, may, t, chosen, offerPrefix = '' }: Props & { chosen: string | undefined }) {
  return (
    <>
      <RadioCards
        name="handler"
        id="offer-cells"
        label={t('desk.dispatch.offer')}
        hint={t('desk.dispatch.offer_hint')}
        choices={offerScopes.map((scope) => ({
          value: offerValue(scope),
          label: t(`desk.dispatch.scope.${scope}`),
          aside: t('desk.dispatch.registered', { count: choices.volunteers[scope] }),
        }))}
        value={chosen}
        error={view.error(`${offerPrefix}cells`) ?? (may.assign ? undefined : view.error('handler'))}
      />
      <div className="for-offer">
        <CheckboxGroup
          name={`${offerPrefix}skills`}
          label={t('desk.dispatch.skills')}
          note={t('common.optional')}
          row
          choices={skills.map((skill) => ({ value: skill, label: t(`desk.skill.${skill}`) }))}
          values={view.list(`${offerPrefix}skills`)}
        />
      </div>
    </>
  );
}

/**
 * Who gets the order: one choice out of two lists that are never mixed. 指派 has to be signed or returned, 邀单 volunteers
 * may decline (志愿服务条例 25); the list that the default table begins with stands first.
 */
export function RecipientFields(props: Props) {
  const { choices, view, may, again } = props;
  const proposed = proposedValue(choices, may);
  const chosen = view.text('handler', again ? undefined : proposed);
  const assign = may.assign && <Assign key="assign" {...props} chosen={chosen} />;
  const offer = may.offer && <Offer key="offer" {...props} chosen={chosen} />;
  return (
    <div className="stack">
      {!again && <input type="hidden" name="proposed" value={proposed} />}
      {choices.offerFirst ? [offer, assign] : [assign, offer]}
    </div>
  );
}
