import type { Metadata } from 'next';
import { codeOf, type OrderParams, type Query, TaskPage } from '@/app/_work/task-page';

export async function generateMetadata({ params }: { params: OrderParams }): Promise<Metadata> {
  return { title: await codeOf(params) };
}

export default function Page(props: { params: OrderParams; searchParams: Query }) {
  return <TaskPage side="volunteer" {...props} />;
}
