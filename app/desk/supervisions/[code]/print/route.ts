import { createElement } from 'react';
import { sheetCss } from '@/app/_matters/deliberation/sheet-css';
import { answerPaper } from '@/app/_shell/paper';
import { SupervisionSheet } from '@/app/_supervision/sheet-page';
import { pathText } from '@/lib/kernel/path-text';
import { getSupervision } from '@/lib/orders/queries/get-supervision';
import { getArea } from '@/lib/places/queries/get-area';

/** The A4 sheet of a 督办单. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const code = pathText((await params).code).toUpperCase();
  const path = `/desk/supervisions/${encodeURIComponent(code)}/print`;
  return answerPaper(request, {
    path,
    what: `page ${path}`,
    css: sheetCss,
    className: 'record',
    words: (desk) => ({ title: desk('supervision.kind'), back: desk('supervision.back') }),
    list: '/desk/supervisions',
    draw: async ({ ctx, ribbon, zh, desk }) => {
      const notice = await getSupervision(ctx, { code });
      const community = (await getArea(ctx, { code: notice.community })).nameZh;
      const body = createElement(SupervisionSheet, { notice, community, ribbon, zh, desk });
      return { body, title: `${desk('supervision.kind')} ${notice.code}` };
    },
  });
}
