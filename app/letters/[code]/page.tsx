import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LetterHead, LetterUnits } from '@/app/_letters/letter-head';
import { LetterMeetings } from '@/app/_letters/meetings';
import { letterPath, listPath } from '@/app/_letters/paths';
import { readStep } from '@/app/_letters/step-view';
import { LetterSteps } from '@/app/_letters/steps';
import { addressOf, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { Columns } from '@/components/columns';
import { Notice } from '@/components/notice';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { pathText } from '@/lib/kernel/path-text';
import { getLetter } from '@/lib/letters/queries/get-letter';
import { abilitiesOf } from '@/lib/people/policy';
import { signedInContext } from '@/lib/transport/session';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('letter');
  return { title: `${t('title')} ${pathText((await params).code)}` };
}

/** One letter, for who sent it and the units that it went to; for everybody else there is no such page. */
export default async function LetterPage({ params, searchParams }: Props) {
  const page = letterPath(pathText((await params).code)) ?? notFound();
  const query = await searchParams;
  const ctx = await signedInContext(addressOf(page, query));
  const [t, { locale }, found, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, listPath, getLetter(ctx, { code: page.slice(listPath.length + 1) })),
    readKept(ctx, page, query.form),
  ]);
  const now = ctx.now();
  const done = query.done === 'send' ? 'send' : readStep(query.done);
  return (
    <PhonePage back={{ href: listPath, label: t('letter.title') }} returnTo={page} wide>
      {done && <Notice kind="done">{t(`letter.done.${done}`)}</Notice>}
      {kept?.conflict && <Notice kind="bad">{kept.message}</Notice>}
      <Columns
        main={
          <>
            <LetterHead {...{ found, now, locale, t }} atDesk={abilitiesOf(ctx.actor).includes('dispatch')} />
            <LetterUnits {...{ found, now, locale, t }} />
            <LetterMeetings {...{ found, now, locale, t }} />
            <p>
              <LinkButton href={`${page}/sheet`} kind="outline" icon="printer">
                {t('letter.sheet.open')}
              </LinkButton>
            </p>
          </>
        }
        side={<LetterSteps {...{ found, kept, locale, t }} today={shanghaiDate(now)} wanted={query.open} />}
      />
    </PhonePage>
  );
}
