import { getTranslations } from 'next-intl/server';
import { addressOf, refusePage, type StaffContext } from '../../_shell/enter';
import { formView } from '../../_shell/form-values';
import { readKept } from '../../_shell/kept';
import { PhonePage } from '../../_shell/phone-page';
import { readPreferences } from '../../_shell/read-preferences';
import { loadNewOrder } from './load-new-order';
import { summaryOf } from './new-order';
import { NewOrderForm, newOrderControls, newOrderLabels } from './new-order-form';
import { type Entry, entryArea } from './proxy-channels';

/**
 * 代点单 away from the desk, on a phone: a representative for neighbours, a grid worker for who calls or writes, or what
 * was seen on patrol. The same form and the same order as at the desk; who may is looked at again when it is sent.
 */
export async function FieldEntry(props: {
  ctx: StaffContext;
  entry: Entry;
  back: { href: string; label: string };
  query: Record<string, string | string[] | undefined>;
}) {
  const { ctx, entry, back, query } = props;
  if (entryArea(ctx.actor, entry) === null) return refusePage(ctx, entry.path);
  const [t, { locale }, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, entry.path, query.form),
  ]);
  const data = await loadNewOrder(ctx, kept, locale, entry);
  const consentAt = kept?.values.consentAt;
  return (
    <PhonePage back={back} returnTo={addressOf(entry.path, query)} wide>
      <h1>{t(`proxy.entry.${entry.name}`)}</h1>
      <p className="quiet">{t(`proxy.entry_words.${entry.name}`)}</p>
      <NewOrderForm
        entry={entry}
        owner={ctx.actor.personId}
        data={data}
        view={formView('new', kept, newOrderControls, newOrderLabels(t))}
        summary={kept ? summaryOf(kept.values) : undefined}
        photoIds={kept?.photoIds ?? []}
        consentAt={typeof consentAt === 'string' ? consentAt : undefined}
        locale={locale}
        t={t}
        now={ctx.now()}
      />
    </PhonePage>
  );
}
