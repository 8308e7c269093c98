// npm run verify-history — recomputes every hash of every order and every daily seal of the database in DATABASE_URL.
import { existsSync } from 'node:fs';
import { openEngine, sqliteFile } from '@/db/client';
import { engineKind } from '@/db/dialect';
import { type Misfit, verifyHistory } from '@/lib/orders/queries/verify-history';

const words: Record<Misfit['what'], string> = {
  hash: '事件内容与哈希不符 / the event does not fit its hash',
  bytes: '事件内容不是原来的字节 / the bytes of the event were changed',
  link: '与前一事件接不上 / does not follow from the event before',
  gap: '序号不连续 / a number is missing',
  head: '工单的最后哈希不符 / the order’s last hash does not fit',
  state: '工单状态与历史不符 / the order’s state is not that of its history',
  orphan: '有历史而无工单 / a history without its order',
  no_history: '有工单而无历史 / an order without a history',
  seal: '当日封存不符 / the day’s seal does not fit',
  missing_day: '缺这一天的封存 / the day’s seal is missing',
};

function place(misfit: Misfit): string {
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
    process.stderr.write('\r');
    for (const misfit of report.misfits) process.stdout.write(`${place(misfit)}  ${words[misfit.what]}\n`);
    const verdict = report.misfits.length === 0 ? '完整 / intact' : `${report.misfits.length} 处不符 / do not fit`;
    process.stdout.write(
      `${verdict}: ${report.orders} 单 orders, ${report.events} 事件 events, ${report.days} 日封存 daily seals\n`,
    );
    return report.misfits.length === 0 ? 0 : 1;
  } finally {
    await engine.close();
  }
}

process.exitCode = await run();
