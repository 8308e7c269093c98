// The tables that `npm run bench` prints.
import { table } from './progress.mjs';

const number = (value) => (value >= 100 ? Math.round(value).toString() : value.toFixed(1));
const ratio = (value) => (value >= 0.1 ? value.toFixed(2) : value.toFixed(3));
/** Of a budget, where there is one. */
const beside = (is, most) => (most === null || most === undefined ? String(is) : `${is} / ${most}`);
/** With its share of the budget. */
const share = (is, most) => (most === 0 ? `${is} / 0` : `${is} / ${most} = ${ratio(is / most)}`);

/** Ours beside a ceiling, one row a comparison. */
export function comparisonTable(comparisons) {
  const head = ['', 'ours', 'ceiling', 'ratio', 'spread', 'n', ''];
  const rows = comparisons.map((c) => [
    c.what,
    number(c.ours),
    number(c.ceiling),
    ratio(c.ratio),
    c.rounds > 1
      ? `${ratio(c.spread[0])}–${ratio(c.spread[1])} of ${c.rounds}`
      : `${ratio(c.spread[0])}–${ratio(c.spread[1])}`,
    String(c.n),
    c.unit,
  ]);
  return table([head, ...rows]);
}

const inMs = (perSecond) => (1000 / perSecond).toFixed(1);

/** One row a question, the sizes beside each other: rows, ours and the ceiling in ms, their ratio, and how it grew. */
export function scaleTable(asked, sizes) {
  const head = ['', ...sizes.flatMap((size) => [`rows at ${size}`, 'ms', 'ceiling ms', 'ratio']), 'grew'];
  const rows = [...new Set(asked.map(({ what }) => what))].map((what) => {
    const at = sizes.map((size) => asked.find((one) => one.what === what && one.size === size));
    const cells = at.flatMap(({ rows, ours, ceiling, ratio: share }) => [
      String(rows),
      inMs(ours),
      inMs(ceiling),
      ratio(share),
    ]);
    return [what, ...cells, `× ${(at[0].ours / at.at(-1).ours).toFixed(1)}`];
  });
  return table([head, ...rows]);
}

/** kB of each page of a tier, of its budget. */
export function bytesTable(pages) {
  const head = ['', 'HTML', 'JS', 'CSS', ''];
  const rows = pages
    .filter(({ tier }) => tier)
    .map(({ name, tier, budget, weight: { html, js, css } }) => {
      const over = html > budget.html || js > budget.js || css > budget.css;
      const cells = [share(html, budget.html), share(js, budget.js), share(css, budget.css)];
      return [name, ...cells, over ? `${tier} OVER` : tier];
    });
  return table([head, ...rows]);
}

const vitals = { lcp: 'LCP', tbt: 'TBT', inp: 'INP', cls: 'CLS' };
const rounded = ({ lcp, tbt, inp, cls }) => ({
  lcp: Math.round(lcp),
  tbt: Math.round(tbt),
  inp: Math.round(inp),
  cls: Number(cls.toFixed(3)),
});

/** `within`, or which of its budgets a page breaks. */
function verdict(is, budget) {
  if (!budget) return '';
  const over = Object.keys(vitals).filter((name) => budget[name] !== null && !(is[name] <= budget[name]));
  return over.length === 0 ? 'within' : `over: ${over.map((name) => vitals[name]).join(', ')}`;
}

/**
 * How soon each page is there and answers, of its budget; the bare page of the same run is the first row.
 * @param judged whether it was measured as the budget says
 */
export function vitalsTable(pages, judged) {
  const head = ['', '', 'LCP ms', '× bare', 'TBT ms', 'INP ms', 'slowest answer to', 'CLS', ''];
  const rows = pages.map((page) => {
    const { name, tier, budget, toFloor, worst } = page;
    const is = rounded(page);
    const [lcp, tbt, inp, cls] = Object.keys(vitals).map((one) => beside(is[one], budget?.[one]));
    return [
      tier ? name : 'a bare page',
      tier ?? '',
      lcp,
      toFloor.toFixed(2),
      tbt,
      inp,
      worst,
      cls,
      judged ? verdict(is, budget) : '',
    ];
  });
  return table([head, ...rows]);
}
