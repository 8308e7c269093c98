import './globals.css';
import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement, ReactNode } from 'react';
import type { Locale } from '@/components/preferences';
import { currentContext } from '@/lib/transport/session';
import { demoRibbon } from './_shell/demo';
import { ErrorWords } from './_shell/error-words';
import { readPreferences } from './_shell/read-preferences';
import type { Translate } from './_shell/translate';

/** No `maximumScale`: enlarging by hand or by the phone's own setting is never taken away. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: '#0b4b48',
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('description'),
    formatDetection: { telephone: false },
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
    },
  };
}

/** A layout that fails leaves no page to say so: without a database there is no ribbon, and the page itself reports. */
async function ribbonOfThisSite(t: Translate, locale: Locale): Promise<ReactElement | null> {
  try {
    return await demoRibbon(await currentContext(), t, locale);
  } catch {
    return null;
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ locale, mode }, t] = await Promise.all([readPreferences(), getTranslations()]);
  return (
    <html lang={locale} data-mode={mode}>
      <body>
        <a className="skip" href="#main">
          {t('common.skip')}
        </a>
        {await ribbonOfThisSite(t, locale)}
        {children}
        <ErrorWords t={t} />
      </body>
    </html>
  );
}
