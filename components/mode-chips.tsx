import { Icon, type IconName } from './icon';

export interface ModeChoice {
  field: 'mode' | 'locale';
  value: string;
  label: string;
  icon?: IconName;
  /** Language of the label where it differs from the page: the switch to English says EN on a Chinese page. */
  lang?: string;
  /** Fuller words for screen readers; must contain the visible label. */
  title?: string;
}

interface Props {
  choices: ModeChoice[];
  returnTo?: string;
  /** Id of a form of this page that is to be kept: the buttons send it, and its own address sets size and language. */
  sends?: string;
}

/** Buttons that set size or language: one plain form post to `/mode`, which comes back to `returnTo`. No script. */
export function ModeChips({ choices, returnTo, sends }: Props) {
  const buttons = choices.map((choice) => (
    <button
      key={`${choice.field}-${choice.value}`}
      type="submit"
      name={choice.field}
      value={choice.value}
      lang={choice.lang}
      aria-label={choice.title}
      className="mode-chip"
      form={sends}
      formNoValidate={sends !== undefined}
    >
      {choice.icon && <Icon name={choice.icon} />}
      {choice.label}
    </button>
  ));
  if (sends) return <div className="mode-chips">{buttons}</div>;
  return (
    <form method="post" action="/mode" className="mode-chips">
      {returnTo !== undefined && <input type="hidden" name="return" value={returnTo} />}
      {buttons}
    </form>
  );
}
