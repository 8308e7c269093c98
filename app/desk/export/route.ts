import { getTranslations } from 'next-intl/server';
import { chosenOf } from '@/app/_desk/bulk/chosen';
import { enterPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { isDomainError } from '@/lib/kernel/errors';
import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';

/** A cell of a table; one that a spreadsheet would take for a formula is put in quotes as text. */
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** `?o=NUMBER&o=…`: the chosen orders as CSV, as this person sees them: no name, no phone, no door. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const codes = chosenOf(url.searchParams.getAll('o'));
  const ctx = await enterPage(`/desk/export${url.search}`, 'dispatch');
  const [t, { locale }] = await Promise.all([getTranslations(), readPreferences()]);
  const found = await Promise.all(
    codes.map((code) =>
      getOrder(ctx, { code }).catch((error: unknown) => {
        if (isDomainError(error)) return null;
        throw error;
      }),
    ),
  );
  const said = (named?: { zh: string; en: string } | null) => (named ? named[locale === 'en' ? 'en' : 'zh'] : '');
  const row = (order: OrderDetail) => [
    order.code,
    t(`state.${order.status}.staff`, { count: 1 }),
    said(order.itemName),
    said(order.place),
    order.words ?? '',
    order.submittedAt ?? '',
    order.dueAt ?? '',
    said(order.handler?.name),
  ];
  const heads = ['code', 'status', 'item', 'place', 'words', 'submitted', 'due', 'handler'].map((name) =>
    t(`desk.bulk.column.${name}`),
  );
  const lines = [heads, ...found.flatMap((order) => (order ? [row(order)] : []))];
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return new Response(`\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="orders.csv"',
      'cache-control': 'no-store',
    },
  });
}
