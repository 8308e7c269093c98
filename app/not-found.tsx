import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlainMessage } from './_shell/plain-message';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('error'))('not_found.title') };
}

export default function NotFound() {
  return <PlainMessage topic="not_found" />;
}
