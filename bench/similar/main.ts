// Started by scripts/bench.mjs: how well two reports of one thing are found, on the labelled pairs.
import { measureSimilar } from './measure';

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
for (const item of ['right', 'suggested'] as const) {
  const { pairs, same, precision, recall } = measureSimilar(item);
  const by = item === 'right' ? '事项已核 / item known' : '事项按原话 / item by the words';
  process.stdout.write(
    `  ${by}: 准确率 precision ${percent(precision)}, 召回率 recall ${percent(recall)} (${pairs} 对 pairs, ${same} 同一件 same)\n`,
  );
}
