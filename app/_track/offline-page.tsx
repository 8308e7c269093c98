import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import type { Context } from '@/lib/kernel/context';
import { emergencyPhones, phoneOfPeople, telHref } from '../_resident/phones';
import type { Translate } from '../_shell/translate';
import { trackFrame } from './frame';
import type { Reader } from './viewer';

/** What `public/sw.js` fills in, by these very marks, when a form could not be sent: the form itself, to send again. */
function AgainForm({ t }: { t: Translate }) {
  return (
    <template id="again">
      <section className="card stack">
        <h2>{t('offline.again.title')}</h2>
        <i id="words" />
        <p id="photos">{t('offline.again.photos')}</p>
        <form method="post" action="/offline" encType="multipart/form-data">
          <i id="fields" />
          <Button large wide icon="send">
            {t('offline.again.send')}
          </Button>
        </form>
      </section>
    </template>
  );
}

/** R20: what is kept, what to do, whom to call. It says nothing of anybody, because every browser keeps it. */
export async function offlineBody(ctx: Context, reader: Reader) {
  const { t } = reader;
  const [{ police, fire, medical }, own] = await Promise.all([emergencyPhones(ctx), phoneOfPeople(ctx)]);
  const calls = [
    { label: t('report.danger.police'), phone: police },
    { label: t('report.danger.fire'), phone: fire },
    { label: t('report.danger.medical'), phone: medical },
    { label: t('offline.community'), phone: own },
  ].flatMap(({ label, phone }) => (phone ? [{ label, phone }] : []));
  return trackFrame(ctx, reader, {
    back: { href: '/', label: t('nav.home') },
    returnTo: '/offline',
    children: (
      <>
        <Card className="stack">
          <h1>{t('offline.title')}</h1>
          <p>{t('offline.words')}</p>
          {/* Shown in place of another page, this leads to that page. */}
          <LinkButton large wide href="" icon="refresh">
            {t('offline.retry')}
          </LinkButton>
        </Card>
        <AgainForm t={t} />
        <Card className="stack">
          <h2>{t('offline.kept.title')}</h2>
          <p>{t('offline.kept.sent')}</p>
          <p>{t('offline.kept.typed')}</p>
          <p>{t('offline.kept.task')}</p>
        </Card>
        <Card className="stack">
          <h2>{t('offline.call')}</h2>
          <ul className="ways">
            {calls.map(({ label, phone }) => (
              <li key={label}>
                {label}
                <a className="tel" href={telHref(phone)}>
                  <Icon name="phone" className="icon-text" />
                  {phone}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      </>
    ),
  });
}
