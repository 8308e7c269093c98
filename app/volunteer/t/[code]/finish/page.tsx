import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FinishPage } from '@/app/_work/finish-page';
import type { OrderParams, Query } from '@/app/_work/task-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work.finish'))('title') };
}

export default function Page(props: { params: OrderParams; searchParams: Query }) {
  return <FinishPage side="volunteer" {...props} />;
}
