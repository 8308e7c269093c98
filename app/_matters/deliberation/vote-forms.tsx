import { CheckboxGroup } from '@/components/choice-fields';
import { Notice } from '@/components/notice';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/deliberation/input';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import type { RollView } from '@/lib/deliberation/queries/get-roll';
import { quorumWords } from './case-words';
import { Needs } from './needs';
import { countedInRoom, openMeetingOf } from './next-step';
import type { StepView } from './step-fields';
import { type OnCase, StepForm } from './step-form';

type Props = OnCase & { view: StepView; detail: DeliberationDetail; roll: RollView | null };

/** What the numbers so far mean, as a sentence; null before anybody was counted. */
function Quorum({ detail, t }: Pick<Props, 'detail' | 't'>) {
  const meeting = openMeetingOf(detail);
  const needed = detail.needed?.present.needed ?? null;
  const words = meeting && needed !== null ? quorumWords(detail.pack.id, meeting, needed, t) : null;
  if (!meeting || needed === null || words === null) return null;
  return <Notice kind={(meeting.present ?? 0) >= needed ? 'done' : 'bad'}>{words}</Notice>;
}

/** 实到: how many, or with votes on the web who. What has to be reached stands before the field. */
export function AttendForm({ view, detail, roll, ...on }: Props) {
  const { t } = on;
  const meeting = openMeetingOf(detail);
  const seats = (roll?.seats ?? []).filter((one) => one.seat === 'voting' && !one.votedOnWeb);
  const ticked = view.list('ordinals');
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.attend.title')}
      send={t('matters.attend.send')}
      rule={
        <>
          {detail.needed && <Needs needs={detail.needed} t={t} />}
          {!meeting?.withWeb && <Quorum detail={detail} t={t} />}
        </>
      }
      icon="check"
    >
      {meeting?.withWeb ? (
        <CheckboxGroup
          name="ordinals"
          id={view.at('ordinals').id}
          label={t('matters.attend.who')}
          hint={t('matters.attend.who_hint')}
          error={view.error('ordinals') ?? view.error('present')}
          row
          choices={seats.map((one) => ({ value: String(one.ordinal), label: one.name }))}
          values={view.refused ? ticked : seats.filter((one) => one.inRoom).map((one) => String(one.ordinal))}
        />
      ) : (
        <TextField
          {...view.at('present', meeting?.present === null ? '' : String(meeting?.present ?? ''))}
          type="number"
          inputMode="numeric"
          min={0}
          max={detail.needed?.eligible}
          label={t('matters.attend.present')}
          hint={detail.needed && t('matters.attend.hint', { needed: detail.needed.present.needed })}
          required
        />
      )}
    </StepForm>
  );
}

export function OpenVoteForm({ view, detail, roll: _roll, ...on }: Props) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.vote.open_title')}
      send={t('matters.vote.open')}
      rule={
        <>
          {detail.needed && <Needs needs={detail.needed} t={t} />}
          {openMeetingOf(detail)?.withWeb ? <p>{t('matters.vote.web_rule')}</p> : <Quorum detail={detail} t={t} />}
        </>
      }
      icon="megaphone"
    />
  );
}

const choices = ['yes', 'no', 'abstain'] as const;

/** 计票 in the room, one way of voting: what stands of it is in the fields, and all ways together are as many as are there. */
export function CountForm({ view, detail, roll, way, ...on }: Props & { way: 'hands' | 'paper' }) {
  const { t } = on;
  const present = openMeetingOf(detail)?.present ?? 0;
  const counts = roll?.counts ?? [];
  const last = counts.find((one) => one.way === way);
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.count.of_way', { way: t(`matters.way.${way}`) })}
      send={t('matters.count.send', { way: t(`matters.way.${way}`) })}
      kind={way === 'hands' ? undefined : 'outline'}
      rule={
        <>
          {way === 'hands' && detail.needed && <Needs needs={detail.needed} t={t} />}
          <p className="strong">{t('matters.count.of_way', { way: t(`matters.way.${way}`) })}</p>
          {way === 'hands' && <p>{t('matters.count.rule', { present })}</p>}
          {way === 'hands' && counts.length > 0 && countedInRoom(roll) !== present && (
            <Notice kind="wait">{t('matters.count.so_far', { sum: countedInRoom(roll), present })}</Notice>
          )}
        </>
      }
      icon="plus"
    >
      <input type="hidden" name="way" value={way} />
      <div className="field-pair">
        {choices.map((choice) => (
          <TextField
            key={choice}
            {...view.at(choice, last ? String(last[choice]) : '')}
            type="number"
            inputMode="numeric"
            min={0}
            max={present}
            label={t(`matters.choice.${choice}`)}
            required
          />
        ))}
      </div>
    </StepForm>
  );
}

/** 结束表决: what was counted, what it must reach, and the minutes. */
export function CloseForm({ view, detail, roll, ...on }: Props) {
  const { t } = on;
  const sum = (choice: (typeof choices)[number]) => (roll?.counts ?? []).reduce((all, one) => all + one[choice], 0);
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.close.title')}
      send={t('matters.close.send')}
      rule={
        <>
          {detail.needed && <Needs needs={detail.needed} t={t} />}
          <p className="strong">
            {t('matters.close.counted', {
              yes: sum('yes'),
              no: sum('no'),
              abstain: sum('abstain'),
              present: openMeetingOf(detail)?.present ?? 0,
            })}
          </p>
          <p>{t(openMeetingOf(detail)?.withWeb ? 'matters.close.rule_web' : 'matters.close.rule')}</p>
        </>
      }
      icon="check"
    >
      <PageTextArea
        {...view.at('minutes')}
        label={t('matters.close.minutes')}
        note={t('common.optional')}
        hint={t('matters.close.minutes_hint')}
        rows={4}
        maxLength={limits.words}
      />
    </StepForm>
  );
}
