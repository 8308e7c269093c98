import { createElement } from 'react';
import { casePath, listPath } from '@/app/_mediation/paths';
import { sheetCss } from '@/app/_mediation/sheet-css';
import { SheetPage } from '@/app/_mediation/sheet-page';
import { answerPaper } from '@/app/_shell/paper';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import { getArea } from '@/lib/places/queries/get-area';

/** The sheet of the latest agreement, for those inside the case; never stored. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const page = casePath(pathText((await params).code));
  const code = page?.slice(listPath.length + 1);
  return answerPaper(request, {
    path: page ? `${page}/sheet` : listPath,
    what: 'page /mediation',
    code,
    css: sheetCss,
    className: 'tj',
    words: (desk) => ({ title: desk('mediation.sheet.open'), back: desk('mediation.sheet.back') }),
    list: listPath,
    draw: async ({ ctx, ...texts }) => {
      if (!code) throw new DomainError('not_found', 'mediation.not_found');
      const found = await getMediation(ctx, { code });
      if (found.agreements.length === 0) throw new DomainError('rule', 'mediation.no_agreement');
      const community = (await getArea(ctx, { code: found.communityCode })).nameZh;
      return { body: createElement(SheetPage, { found, community, ...texts }) };
    },
  });
}
