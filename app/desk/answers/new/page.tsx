import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { answerView } from '@/app/_matters/answers/fields';
import { GiveForm } from '@/app/_matters/answers/give-form';
import { readCode } from '@/app/_order/read-code';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { answersOfOrders } from '@/lib/answers/queries/answers-of-orders';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { getOrder } from '@/lib/orders/queries/get-order';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const at = '/desk/answers/new';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('answers.form'))('heading') };
}

/** The form that answers one suggestion, beside what was suggested. One that is answered already leads to its answer. */
export default async function NewAnswer({ searchParams }: Props) {
  const query = await searchParams;
  const code = readCode(query.order);
  if (!code) redirect('/desk/answers');
  const ctx = await enterPage(addressOf(at, query), 'dispatch', 'handle');
  const [t, { locale }, order, kept, answered] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, getOrder(ctx, { code })),
    readKept(ctx, at, query.form),
    answersOfOrders(ctx, [code]),
  ]);
  const own = answered.get(code);
  if (own) redirect(`/desk/answers/${own}`);
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={addressOf(at, { order: code })}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/answers">
            {t('answers.back')}
          </a>
        </p>
        <h1>{t('answers.form.heading')}</h1>
        <SendKey />
        <section className="card stack">
          <h2>{t('answers.form.suggested', { code })}</h2>
          <p className="quiet small">{nameIn(locale, order.itemName)}</p>
          {order.words && (
            <p className="words" lang={wordsLang(locale)}>
              {order.words}
            </p>
          )}
        </section>
        <GiveForm order={code} today={shanghaiDate(ctx.now())} view={answerView('give', kept)} t={t} />
      </div>
    </DeskPage>
  );
}
