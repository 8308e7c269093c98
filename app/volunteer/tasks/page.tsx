import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnTasks } from '@/app/_work/own-tasks';
import type { Query } from '@/app/_work/task-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('tasks') };
}

export default function Page(props: { searchParams: Query }) {
  return <OwnTasks side="volunteer" {...props} />;
}
