import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OpenForm, openView } from '@/app/_mediation/open-form';
import { opensIn } from '@/app/_mediation/own-communities';
import { listPath, newPath } from '@/app/_mediation/paths';
import { addressOf, refusePage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { signedInContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mediation'))('open.title') };
}

/** 登记调解, by the secretary: an application and its sides, nobody's consent yet. */
export default async function NewMediation(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const ctx = await signedInContext(addressOf(newPath, query));
  const communities = await opensIn(ctx);
  if (communities.length === 0) return refusePage(ctx, newPath);
  const [t, { locale }, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, newPath, query.form),
  ]);
  return (
    <PhonePage back={{ href: listPath, label: t('mediation.tab.cases') }} returnTo={newPath}>
      <h1>{t('mediation.open.title')}</h1>
      <p className="quiet">{t('mediation.open.words')}</p>
      <OpenForm
        {...{ communities, locale, t }}
        view={openView(kept)}
        order={typeof query.order === 'string' ? query.order.slice(0, 32) : ''}
      />
    </PhonePage>
  );
}
