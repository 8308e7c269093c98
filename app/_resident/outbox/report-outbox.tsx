import { Icon } from '@/components/icon';
import { KeepForm } from '@/components/outbox/keep-form';
import { OutboxBadge } from '@/components/outbox/outbox-badge';
import type { Context } from '@/lib/kernel/context';
import { currentContext } from '@/lib/transport/session';
import type { Translate } from '../../_shell/translate';

/** What was typed without signing in belongs to this phone; the rest to who was signed in. */
const nobody = 'nobody';
const ownerOf = ({ actor }: Context): string => (actor.kind === 'person' ? actor.personId : nobody);

/** Reports that wait in this browser, and those that it sent since. */
export async function ReportOutbox({ t }: { t: Translate }) {
  const own = ownerOf(await currentContext());
  return [...new Set([own, nobody])].map((owner) => (
    <OutboxBadge
      key={owner}
      owner={owner}
      icon={<Icon name="offline" />}
      texts={{
        one: t('outbox.report.one'),
        many: t('outbox.report.many', { count: '{n}' }),
        hint: t('outbox.report.hint'),
        sendNow: t('outbox.send_now'),
        sent: t('outbox.report.sent'),
        open: t('outbox.report.open'),
        signIn: t('outbox.sign_in'),
        mend: t('outbox.report.mend'),
        mendOpen: t('outbox.report.mend_open'),
        drop: t('outbox.drop'),
      }}
    />
  ));
}

/** In the form of 我要反映: words, place and photos are kept on the phone until the server has them. */
export async function KeptReport({ light, t }: { light?: boolean; t: Translate }) {
  return (
    <KeepForm
      owner={ownerOf(await currentContext())}
      label={t('outbox.report.label')}
      doneAt="/report/done/"
      alone
      light={light}
      texts={{
        sending: t('outbox.report.sending'),
        kept: t('outbox.report.kept'),
        unfinished: t('outbox.report.unfinished'),
        words: t('outbox.words'),
        photos: t('outbox.photos'),
      }}
    />
  );
}
