import { createElement } from 'react';
import { loadSheet } from '@/app/_matters/deliberation/load-sheet';
import { sheetCss } from '@/app/_matters/deliberation/sheet-css';
import { SheetPage } from '@/app/_matters/deliberation/sheet-page';
import { answerPaper } from '@/app/_shell/paper';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { abilitiesOf } from '@/lib/people/policy';

/** One of the six record sheets of a case, signed by hand. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string; n: string }> },
): Promise<Response> {
  const asked = await params;
  const code = pathText(asked.code).toUpperCase();
  const n = pathText(asked.n);
  const meeting = new URL(request.url).searchParams.get('meeting')?.slice(0, 64) ?? undefined;
  const path = `/desk/deliberations/${encodeURIComponent(code)}/sheets/${encodeURIComponent(n)}`;
  return answerPaper(request, {
    path,
    what: `page ${path}`,
    css: sheetCss,
    className: 'record',
    words: (desk) => ({ title: desk('deliberation.kind'), back: desk('matters.back_list') }),
    list: '/desk/deliberations',
    draw: async ({ ctx, ribbon, zh, desk }) => {
      if (!abilitiesOf(ctx.actor).includes('dispatch')) throw new DomainError('forbidden', 'desk.not_your_page');
      const data = await loadSheet(ctx, code, n, meeting);
      const body = createElement(SheetPage, { data, ribbon, zh, desk });
      return { body, title: `${desk('matters.sheet.print', { n: data.n })} ${code}` };
    },
  });
}
