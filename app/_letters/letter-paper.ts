import { createElement } from 'react';
import { sheetCss } from '@/app/_mediation/sheet-css';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { getLetter } from '@/lib/letters/queries/get-letter';
import { getArea } from '@/lib/places/queries/get-area';
import { answerPaper } from '../_shell/paper';
import type { LetterSheet } from './letter-sheet';
import { letterPath, listPath } from './paths';

/** One paper about a letter, for whoever reads the letter. `at`: its address. */
export function letterPaper(request: Request, said: string, at: string, Sheet: typeof LetterSheet): Promise<Response> {
  const page = letterPath(pathText(said));
  const code = page?.slice(listPath.length + 1);
  return answerPaper(request, {
    path: page ? `${page}/${at}` : listPath,
    what: 'page /letters',
    code,
    css: sheetCss,
    className: 'tj',
    words: (desk) => ({ title: desk('letter.title'), back: desk('letter.sheet.back') }),
    list: listPath,
    draw: async ({ ctx, ...texts }) => {
      if (!code) throw new DomainError('not_found', 'letter.not_found');
      const found = await getLetter(ctx, { code });
      const community = (await getArea(ctx, { code: found.communityCode })).nameZh;
      return { body: createElement(Sheet, { found, community, ...texts }) };
    },
  });
}
