import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listPath, newPath } from '@/app/_letters/paths';
import { SendForm, sendView } from '@/app/_letters/send-form';
import { sendsIn } from '@/app/_letters/sends-in';
import { addressOf, refusePage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { listUnits } from '@/lib/people/queries/list-units';
import { signedInContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letter'))('new.title') };
}

/** What is offered as the last day; whoever writes may choose another. */
const usualMs = 3 * 86_400_000;

/** 发工作联系单, by a community's dispatcher or secretary, or its street. */
export default async function NewLetter(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const ctx = await signedInContext(addressOf(newPath, query));
  const communities = await sendsIn(ctx);
  if (communities.length === 0) return refusePage(ctx, newPath);
  const [t, { locale }, kept, units] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, newPath, query.form),
    listUnits(ctx),
  ]);
  // A unit works in a street or in parts of a community; whoever writes for one sees those of both.
  const near = units.filter(({ areas }) =>
    areas.some((area) => communities.some(({ code }) => area.startsWith(code) || code.startsWith(area))),
  );
  const now = ctx.now();
  return (
    <PhonePage back={{ href: listPath, label: t('letter.title') }} returnTo={newPath}>
      <h1>{t('letter.new.title')}</h1>
      <p className="quiet">{t('letter.new.words')}</p>
      <SendForm
        {...{ communities, locale, t }}
        units={near}
        view={sendView(kept)}
        order={typeof query.order === 'string' ? query.order.slice(0, 32) : ''}
        today={shanghaiDate(now)}
        replyBy={shanghaiDate(now + usualMs)}
      />
    </PhonePage>
  );
}
