import { TextField } from '@/components/text-fields';
import type { FormView } from '../_shell/form-values';
import type { Translate } from '../_shell/translate';
import { shanghaiField, shiftNames } from './shift-times';

/** 班次: from when to when, for the items whose limit it is. `shift`: the hours that stand now, null without any; left out where there is no order yet. */
export function ShiftFields(props: {
  view: FormView;
  shift?: { startsAt: string; endsAt: string } | null;
  t: Translate;
}) {
  const { view, shift, t } = props;
  const stands = {
    shiftStartsAt: shift ? shanghaiField(shift.startsAt) : '',
    shiftEndsAt: shift ? shanghaiField(shift.endsAt) : '',
  };
  return shiftNames.map((name) => (
    <div key={name}>
      {shift !== undefined && <input type="hidden" name={`was.${name}`} value={stands[name]} />}
      <TextField
        name={name}
        type="datetime-local"
        label={t(`proxy.more.${name}`)}
        note={t('proxy.more.shift_note')}
        defaultValue={view.text(name, stands[name])}
        error={view.error(name)}
      />
    </div>
  ));
}
