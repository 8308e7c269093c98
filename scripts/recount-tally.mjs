#!/usr/bin/env node
// Counts a published tally of web votes again, and says whether it is the one that was published when the vote closed.
// Shares no code with the program and needs nothing but Node, so that anybody may run it:
//
//   node scripts/recount-tally.mjs DIGEST tally.txt     or     … | node scripts/recount-tally.mjs DIGEST
//
// Reads the lines as they are published, `<64 hex digits> yes|no|abstain`. Ends with 0 when the digest fits and every
// line can be read, 1 when not, 2 when it was called without what it needs. docs/tally.md says how to do it by hand.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [digest, file] = process.argv.slice(2);
if (!/^[0-9a-f]{64}$/.test(digest ?? '')) {
  console.error('用法 / usage: node scripts/recount-tally.mjs DIGEST [tally.txt]');
  process.exit(2);
}

/** @type {Buffer} */
let bytes;
try {
  bytes = readFileSync(file ?? 0);
} catch (error) {
  console.error(`读不到票单 / cannot read the tally: ${error instanceof Error ? error.message : error}`);
  process.exit(2);
}

const text = bytes.toString('utf8').replace(/\r\n/g, '\n');
const lines = text.split('\n').filter((line) => line !== '');
const counts = { yes: 0, no: 0, abstain: 0 };
const seen = new Set();
const faults = [];
for (const [at, line] of lines.entries()) {
  const [receipt = '', choice = '', ...rest] = line.split(' ');
  if (!/^[0-9a-f]{64}$/.test(receipt) || !Object.hasOwn(counts, choice) || rest.length > 0) {
    faults.push(`第 ${at + 1} 行读不懂 / line ${at + 1} cannot be read`);
    continue;
  }
  if (seen.has(receipt)) faults.push(`第 ${at + 1} 行的回执出现了两次 / the receipt of line ${at + 1} stands twice`);
  seen.add(receipt);
  counts[choice] += 1;
}

// The digest is over the sorted lines, each ended by a line feed.
const told = lines
  .sort()
  .map((line) => `${line}\n`)
  .join('');
const computed = createHash('sha256').update(told, 'utf8').digest('hex');

console.log(`赞成 yes ${counts.yes}`);
console.log(`反对 no ${counts.no}`);
console.log(`弃权 abstain ${counts.abstain}`);
console.log(`合计 total ${lines.length}`);
for (const fault of faults) console.log(fault);
const fits = computed === digest;
console.log(fits ? '校验值相符 the hash fits' : `校验值不符 the hash does not fit: ${computed}`);
process.exitCode = fits && faults.length === 0 ? 0 : 1;
