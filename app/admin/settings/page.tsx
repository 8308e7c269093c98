import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { DoneNotice } from '@/app/_desk/admin/done-notice';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { LegalFormRow } from '@/app/_desk/admin/legal-form-row';
import { RulesRow } from '@/app/_desk/admin/rules-row';
import { SettingRow } from '@/app/_desk/admin/setting-row';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { nextPack } from '@/lib/deliberation/queries/next-pack';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { listSettings } from '@/lib/settings/queries/list-settings';

type Props = { searchParams: Promise<{ form?: string; done?: string; key?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('settings') };
}

/** Every setting with its value, and by whose law each community decides; each is changed by itself and in the audit. */
export default async function Settings({ searchParams }: Props) {
  const path = '/admin/settings';
  const query = await searchParams;
  const ctx = await enterRoom('settings', query);
  const [t, { locale }, settings, communities, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    listSettings(ctx),
    listCommunities(ctx),
    readKept(ctx, path, query.form),
  ]);
  const packs = await Promise.all(
    communities.map(({ code, legalForm }) => nextPack(ctx.db, code, legalForm ?? 'resident')),
  );
  return (
    <AdminPage ctx={ctx} room="settings" returnTo={path} title={t('admin.room.settings')}>
      <DoneNotice done={query.done} names={['setting', 'legal_form', 'rules']} t={t} />
      <ul className="admin-list card">
        {settings.map((setting) => (
          <SettingRow
            key={setting.key}
            setting={setting}
            kept={kept && query.key === setting.key ? kept : null}
            at={path}
            locale={locale}
            t={t}
          />
        ))}
      </ul>
      <section className="stack" aria-labelledby="legal-forms">
        <h2 id="legal-forms">{t('admin.settings.legal_forms')}</h2>
        <p className="quiet">{t('admin.settings.legal_forms_words')}</p>
        <ul className="admin-list card">
          {communities.map((community, i) => (
            <Fragment key={community.code}>
              <LegalFormRow
                community={community}
                kept={kept && query.key === community.code ? kept : null}
                at={path}
                locale={locale}
                t={t}
              />
              <RulesRow
                community={community}
                chosen={packs[i]?.id}
                kept={kept && query.key === community.code ? kept : null}
                at={path}
                locale={locale}
                t={t}
              />
            </Fragment>
          ))}
        </ul>
      </section>
    </AdminPage>
  );
}
