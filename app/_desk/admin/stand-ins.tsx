import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { listStandIns } from '@/lib/people/queries/list-stand-ins';
import { listCells } from '@/lib/places/queries/list-cells';
import { listCommunities } from '@/lib/places/queries/list-communities';
import type { StaffContext } from '../../_shell/enter';
import { nameIn, rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

/** Cells whose own branch has no verifier today: who stands in, or that nobody does and the checks stop. */
export async function StandIns({ ctx, locale, t }: { ctx: StaffContext; locale: Locale; t: Translate }) {
  const communities = await listCommunities(ctx);
  const cells = (await Promise.all(communities.map(({ code }) => listCells(ctx, { communityCode: code })))).flat();
  const names = new Map(cells.map((cell) => [cell.code, rowName(locale, cell)]));
  const found = await listStandIns(ctx, { cellCodes: cells.map((cell) => cell.code) });
  const lineOf = ({ cellCode, absent, org }: (typeof found)[number]) => {
    const cell = names.get(cellCode) ?? cellCode;
    const branch = absent ? nameIn(locale, absent.name) : t('admin.stand_ins.no_branch');
    return org
      ? t('admin.stand_ins.by', { cell, branch, org: nameIn(locale, org) })
      : t('admin.stand_ins.nobody', { cell, branch });
  };
  const groups = [
    { kind: 'bad', title: 'admin.stand_ins.none', rows: found.filter(({ org }) => !org) },
    { kind: 'wait', title: 'admin.stand_ins.some', rows: found.filter(({ org }) => org) },
  ] as const;
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, title, rows }) => (
      <Notice key={kind} kind={kind}>
        <p className="strong">{t(title, { count: rows.length })}</p>
        <ul>
          {rows.map((row) => (
            <li key={row.cellCode}>{lineOf(row)}</li>
          ))}
        </ul>
      </Notice>
    ));
}
