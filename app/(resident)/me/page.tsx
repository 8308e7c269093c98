import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatWhen, machineTime } from '@/app/_order/when';
import { noticeHref, screensOf } from '@/app/_resident/me-screens';
import { residentTabs } from '@/app/_resident/tabs';
import { VoteCards } from '@/app/_resident/vote-cards';
import { LanguageCards } from '@/app/_shell/language-cards';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button, LinkButton } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { Icon } from '@/components/icon';
import { Menu } from '@/components/menu';
import { type Locale, modes } from '@/components/preferences';
import { Tiles } from '@/components/tiles';
import '@/app/_resident/resident.css';
import { titlesOfCases } from '@/lib/deliberation/queries/titles-of-cases';
import { votesWaiting } from '@/lib/deliberation/queries/votes-waiting';
import { listNotices } from '@/lib/notices/queries/list-notices';
import { getMe } from '@/lib/people/queries/get-me';
import { smsWay } from '@/lib/sms/way';
import { currentContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('me') };
}

/** The pages that are about all of this, whoever reads. */
const more = [
  { href: '/grid', icon: 'grid-worker', label: 'grid.title' },
  { href: '/board', icon: 'megaphone', label: 'nav.board' },
  { href: '/cases', icon: 'seal-check', label: 'cases.title' },
  { href: '/settings/display', icon: 'text-size', label: 'display.title' },
  { href: '/help', icon: 'help', label: 'help.title' },
  { href: '/privacy', icon: 'lock', label: 'privacy.title' },
  { href: '/a11y', icon: 'eye', label: 'a11y.title' },
] as const;

// As many as are read in a glance, and as many as a page holds.
const noticeCount = { few: 20, all: 200 };

/** What a case is about, before its number: nobody knows a case by that. */
function CaseTitle({ title, locale }: { title?: { zh: string; en: string }; locale: Locale }) {
  if (!title) return null;
  return (
    <>
      <span lang={title.en === title.zh ? wordsLang(locale) : undefined}>{nameIn(locale, title)}</span>{' '}
    </>
  );
}

async function SignedIn({ notices }: { notices: keyof typeof noticeCount }) {
  const [t, { locale }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const [me, inbox, votes] = await Promise.all([
    getMe(ctx),
    listNotices(ctx, { limit: noticeCount[notices] }),
    votesWaiting(ctx),
  ]);
  const roles = [...new Set(me.memberships.map(({ role }) => role))];
  const screens = screensOf(ctx.actor);
  const now = ctx.now();
  const cases = inbox.items.filter(({ kind }) => kind.startsWith('deliberation.'));
  const titles = await titlesOfCases(
    ctx,
    cases.map(({ orderCode }) => orderCode),
  );
  return (
    <>
      <section className="card stack">
        <div className="who">
          <Icon name="user" className="icon-lg" />
          <div>
            <p className="strong">{me.name}</p>
            {roles.length > 0 && (
              <p className="quiet">{roles.map((role) => t(`me.role.${role}`)).join(t('me.role_and'))}</p>
            )}
            {me.account && <p className="quiet small">{t('me.account', { account: me.account })}</p>}
          </div>
        </div>
        {me.account && (
          <LinkButton href="/password" kind="outline" icon="key">
            {t('password.title')}
          </LinkButton>
        )}
      </section>
      <VoteCards {...{ votes, now, locale, t }} />
      {screens.length > 0 && (
        <section className="section">
          <h2>{t('me.work')}</h2>
          <Tiles tiles={screens.map(({ href, icon, label }) => ({ href, icon, label: t(label) }))} />
        </section>
      )}
      <section className="section" id="notices">
        <h2>{inbox.unread > 0 ? t('me.notices_new', { count: inbox.unread }) : t('me.notices')}</h2>
        {inbox.items.length === 0 && <p className="quiet">{t('me.no_notices')}</p>}
        <ul>
          {inbox.items.map((notice) => (
            <li key={notice.id} className="notice-line">
              <p className={notice.unread ? 'strong' : undefined}>
                {notice.unread && <span className="away">{t('me.unread')}</span>}
                {t(`notice.kind.${notice.kind}`)}
              </p>
              <p className="quiet small">
                {notice.orderCode !== '' && (
                  <a href={noticeHref(ctx.actor, notice.kind, notice.orderCode)}>
                    <span>
                      <CaseTitle title={titles.get(notice.orderCode)} locale={locale} />
                      {notice.orderCode}
                    </span>
                  </a>
                )}{' '}
                <time dateTime={machineTime(notice.createdAt)}>{formatWhen(notice.createdAt, now, locale)}</time>
              </p>
            </li>
          ))}
        </ul>
        {inbox.hasOlder && notices === 'few' && (
          <p>
            <LinkButton href="/me?notices=all#notices" kind="plain">
              {t('me.older_notices')}
            </LinkButton>
          </p>
        )}
        {inbox.unread > 0 && (
          <form method="post" action="/me/read">
            <Button kind="outline" icon="check">
              {t('me.read')}
            </Button>
          </form>
        )}
      </section>
    </>
  );
}

/** R18: who I am here, the screens of my roles, my notices, how the pages look, and the way out. */
export default async function Me({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [t, { locale, mode }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const isSignedIn = ctx.actor.kind === 'person';
  return (
    <PhonePage
      masthead={{ place: t('common.product'), title: t('nav.me') }}
      tabs={residentTabs(t, '/me')}
      returnTo="/me"
    >
      {isSignedIn ? (
        <SignedIn notices={(await searchParams).notices === 'all' ? 'all' : 'few'} />
      ) : (
        <section className="card stack">
          <div className="who">
            <Icon name="user" className="icon-lg" />
            <div>
              <p className="strong">{t('me.nobody')}</p>
              <p className="quiet">{t((await smsWay(ctx)) ? 'me.nobody_words_phone' : 'me.nobody_words')}</p>
            </div>
          </div>
          <LinkButton href="/login?next=/me" icon="log-in" wide>
            {t('me.sign_in')}
          </LinkButton>
        </section>
      )}
      <section className="section">
        <h2>{t('me.display')}</h2>
        <form method="post" action="/mode" className="card stack">
          <input type="hidden" name="return" value="/me" />
          <RadioCards
            name="mode"
            label={t('me.size')}
            hint={t('me.size_hint')}
            row
            choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            value={mode}
          />
          <LanguageCards locale={locale} t={t} />
          <Button>{t('common.save')}</Button>
        </form>
      </section>
      <section className="section">
        <h2>{t('home.more')}</h2>
        <Menu label={t('home.more')} entries={more.map(({ href, icon, label }) => ({ href, icon, label: t(label) }))} />
      </section>
      {isSignedIn && (
        <form method="post" action="/login/out">
          <Button kind="outline" icon="log-out" wide>
            {t('nav.sign_out')}
          </Button>
        </form>
      )}
    </PhonePage>
  );
}
