import { classNames } from './class-names';
import { describedBy, FieldNotes, type FieldTexts } from './field-frame';
import { Icon, type IconName } from './icon';

/**
 * Photos, unless `accept` says otherwise. The native control stays in sight, because only it can say without script what
 * has been chosen. `capture` opens the camera. JPEG, PNG and WebP only: a phone then converts HEIC by itself.
 */
export function FileField({
  name,
  id = name,
  label,
  note,
  hint,
  error,
  icon = 'camera',
  accept = 'image/jpeg,image/png,image/webp',
  capture,
  multiple,
  required,
}: FieldTexts & {
  name: string;
  id?: string;
  icon?: IconName;
  accept?: string;
  capture?: boolean;
  multiple?: boolean;
  required?: boolean;
}) {
  return (
    <div className={classNames('file', error ? 'field-bad' : null)}>
      <label className="label" htmlFor={id}>
        <Icon name={icon} />
        <span>
          {label}
          {note && <span className="label-note">{note}</span>}
        </span>
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        capture={capture ? 'environment' : undefined}
        multiple={multiple}
        required={required}
        {...describedBy(id, { hint, error })}
      />
    </div>
  );
}
