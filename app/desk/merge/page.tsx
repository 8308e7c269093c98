import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { readOrders } from '@/app/_desk/merge/merge-form';
import { SideBySide } from '@/app/_desk/merge/side-by-side';
import { addressOf, enterPage } from '@/app/_shell/enter';
import { formView } from '@/app/_shell/form-values';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button } from '@/components/button';
import { Notice } from '@/components/notice';
import { TextField } from '@/components/text-fields';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.merge'))('title') };
}

/** What is not there, or not this person's to see, is left out. */
async function seenOf(ctx: Context, code: string): Promise<OrderDetail[]> {
  try {
    return [await getOrder(ctx, { code })];
  } catch (error) {
    if (isDomainError(error)) return [];
    throw error;
  }
}

/** 并单: orders side by side, and which of them is kept (3.8). */
export default async function DeskMerge({ searchParams }: Props) {
  const query = await searchParams;
  const path = '/desk/merge';
  const ctx = await enterPage(addressOf(path, query), 'dispatch');
  const [t, { locale }, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, path, query.form),
  ]);
  const codes = readOrders(query.orders ?? query.o);
  const orders = (await Promise.all(codes.map((code) => seenOf(ctx, code)))).flat();
  const view = formView('merge', kept, { main: 'main' });
  return (
    <DeskPage ctx={ctx} current="/desk" returnTo={addressOf(path, query)}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk">
            {t('desk.back')}
          </a>
        </p>
        <h1>{t('desk.merge.title')}</h1>
        <p className="quiet">{t('desk.merge.lead')}</p>
        {orders.length > 1 ? (
          <SideBySide {...{ orders, view, locale, t }} now={ctx.now()} />
        ) : (
          <>
            <Notice kind="info">{t('desk.merge.none')}</Notice>
            <form action={path} className="stack">
              <TextField name="orders" label={t('desk.merge.codes')} defaultValue={codes.join(', ')} />
              <p>
                <Button kind="outline">{t('desk.merge.look')}</Button>
              </p>
            </form>
          </>
        )}
      </div>
    </DeskPage>
  );
}
