import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import type { CasePageData } from './load-case-page';
import { otherSteps } from './other-steps';
import { readStep, stepFields } from './step-fields';

const texts = [
  'points',
  'pointsEn',
  'words',
  'seats',
  'reason',
  'minutes',
  'publicWords',
  'answer',
  'orders',
  'place',
  'unit',
];

/** Fields that are chosen or ticked are quickly set again; what was written stands here. */
function written(kept: KeptForm): { name: string; value: string }[] {
  return Object.entries(kept.values).flatMap(([name, value]) => {
    const text = [value].flat().join('\n').trim();
    const cell = name.split('.').at(-1) ?? '';
    return text && (texts.includes(name) || (name !== cell && cell === 'label')) ? [{ name, value: text }] : [];
  });
}

/**
 * A refused step whose form is no longer on the page, because somebody else was first: why, and what was written, to be
 * copied. A step that still stands shows both in its own form.
 */
export function KeptNotice({ kept, data, t }: { kept: KeptForm | null; data: CasePageData; t: Translate }) {
  const step = kept && readStep(kept.form);
  if (!kept || !step) return null;
  const stands = data.detail.abilities.includes(step) && (data.next === step || otherSteps(data).includes(step));
  if (stands) return null;
  const facts = written(kept).map(({ name, value }) => ({
    name: t(stepFields[step].some((field) => field === name) ? `matters.field.${name}` : 'matters.field.row'),
    value: <span className="said">{value}</span>,
  }));
  return (
    <div id="errors" tabIndex={-1} role="alert" className="notice tone-cinnabar">
      <Icon name="triangle" />
      <div className="notice-body stack-tight">
        <p className="strong">{kept.message}</p>
        {facts.length > 0 && (
          <>
            <p>{t('desk.kept.yours')}</p>
            <Facts facts={facts} />
          </>
        )}
      </div>
    </div>
  );
}
