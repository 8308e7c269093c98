import { Button } from '@/components/button';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formatWhen } from '../../_order/when';
import type { FormView } from '../../_shell/form-values';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { FoldedForm, type OnOrder } from '../order/action-form';
import { splitAction } from './actions';

/** One field a part; who needs more parts splits once more. */
const partFields = ['parts.0.words', 'parts.1.words', 'parts.2.words'];
const controlOf = (name: string) => name.replaceAll('.', '-');

/** Field → id of its control, where the error summary leads. */
export const splitControls: Record<string, string> = {
  parts: 'parts-0-words',
  ...Object.fromEntries(partFields.map((name) => [name, controlOf(name)])),
};

/** Before anybody began, a part may be dropped again. */
const droppable: readonly string[] = ['submitted', 'offered', 'assigned'];

interface Props {
  order: OrderDetail;
  on: OnOrder;
  view: FormView;
  now: number;
  locale: Locale;
  t: Translate;
}

/** 拆单: of what order this one is a part; its parts with their holders and due times; the form that makes more. */
export function SplitParts({ order, on, view, now, locale, t }: Props) {
  const { whole, children } = order;
  const may = order.abilities?.includes('split') ?? false;
  if (!whole && children.length === 0 && !may) return null;
  return (
    <section className="card stack" aria-labelledby="split">
      <h2 id="split">{t(whole ? 'desk.split.part_of' : 'desk.split.title')}</h2>
      {whole && (
        <p>
          <a className="alone" href={`/desk/o/${whole}`}>
            {whole}
          </a>
        </p>
      )}
      {children.length > 0 && (
        <ul className="stack">
          {children.map((child) => (
            <li key={child.code} className="stack-tight">
              <p>
                <a className="alone" href={`/desk/o/${child.code}`}>
                  {child.code}
                </a>{' '}
                <span className="quiet small">
                  {[
                    t(`state.${child.status}.staff`, { count: 1 }),
                    child.holder && nameIn(locale, child.holder),
                    child.dueAt && t('desk.split.due', { when: formatWhen(Date.parse(child.dueAt), now, locale) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </p>
              <p lang={wordsLang(locale)}>{child.words}</p>
              {may && droppable.includes(child.status) && (
                <form action={splitAction}>
                  <input type="hidden" name="code" value={order.code} />
                  <input type="hidden" name="version" value={order.version} />
                  <input type="hidden" name="clientId" value={newId()} />
                  <input type="hidden" name="drop.0" value={child.code} />
                  <Button kind="outline" icon="x" aria-label={t('desk.split.drop_one', { code: child.code })}>
                    {t('desk.split.drop')}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <FoldedForm
          order={on}
          {...{ view, t }}
          action={splitAction}
          title={t('desk.split.make')}
          send={t('desk.split.send')}
          rule={t('desk.split.rule')}
          icon="plus"
        >
          {partFields.map((name, at) => (
            <PageTextArea
              key={name}
              {...view.field(name)}
              id={controlOf(name)}
              label={t('desk.split.part', { no: at + 1 })}
              hint={at === 0 ? t('desk.split.hint') : undefined}
              note={at > 0 ? t('common.optional') : undefined}
              rows={2}
              maxLength={limits.shortWords}
              required={at === 0}
            />
          ))}
        </FoldedForm>
      )}
    </section>
  );
}
