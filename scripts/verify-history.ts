// npm run verify-history — recomputes every hash of every order, of every other case and every daily seal of the
// database in DATABASE_URL.
import { existsSync } from 'node:fs';
import { openEngine, sqliteFile } from '@/db/client';
import { engineKind } from '@/db/dialect';
import { type CaseFault, verifyCases } from '@/lib/casework/verify';
import { type Misfit, verifyHistory } from '@/lib/orders/queries/verify-history';
import { caseKinds } from './case-kinds';

const words: Record<Misfit['what'] | CaseFault['what'], string> = {
  hash: '事件内容与哈希不符 / the event does not fit its hash',
  bytes: '事件内容不是原来的字节 / the bytes of the event were changed',
  link: '与前一事件接不上 / does not follow from the event before',
  gap: '序号不连续 / a number is missing',
  head: '最后的哈希不符 / the last hash does not fit',
  state: '状态与历史不符 / the state is not that of the history',
  paper: '文本、名册、票数或票单与历史不符 / a text, roll, count or ballot does not fit the history',
  orphan: '有历史而无工单或事项 / a history without its order or case',
  no_history: '没有历史 / without a history',
  seal: '当日封存不符 / the day’s seal does not fit',
  missing_day: '缺这一天的封存 / the day’s seal is missing',
};

function place(misfit: { order?: string; day?: string; seq?: number }): string {
  if (misfit.day) return misfit.day;
  return `${misfit.order}${misfit.seq ? ` #${misfit.seq}` : ''}`;
}

async function run(): Promise<number> {
  const url = process.env.DATABASE_URL ?? 'file:data/demo.db';
  if (engineKind === 'sqlite' && !existsSync(sqliteFile(url))) {
    process.stderr.write(`没有这个数据库 / no such database: ${sqliteFile(url)}\n`);
    return 2;
  }
  const engine = openEngine(url);
  try {
    const report = await verifyHistory(engine.reader, (orders) => process.stderr.write(`\r${orders} …`));
    const others = await verifyCases(engine.reader, caseKinds);
    process.stderr.write('\r');
    const misfits = [...report.misfits, ...others.misfits.map(({ case: order, ...misfit }) => ({ order, ...misfit }))];
    for (const misfit of misfits) process.stdout.write(`${place(misfit)}  ${words[misfit.what]}\n`);
    const verdict = misfits.length === 0 ? '完整 / intact' : `${misfits.length} 处不符 / do not fit`;
    const events = report.events + others.events;
    process.stdout.write(
      `${verdict}: ${report.orders} 单 orders, ${others.cases} 事项 other cases, ${events} 事件 events, ${report.days} 日封存 daily seals\n`,
    );
    return misfits.length === 0 ? 0 : 1;
  } finally {
    await engine.close();
  }
}

process.exitCode = await run();
