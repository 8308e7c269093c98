import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workflowDocument, workflowFile } from '@/scripts/write-workflow';
import { expectedActions, states } from '@/tests/support/expected-matrix';

const document = readFileSync(workflowFile, 'utf8');
const arrows = [...document.matchAll(/^ {2}(\w+) --> (\w+): (.+)$/gm)].map(([, from, to, named]) => ({
  from,
  to,
  named: named?.split(', ') ?? [],
}));

describe('docs/workflow.md', () => {
  it('is what the action table says now (node scripts/run-ts.mjs scripts/write-workflow.ts)', () => {
    expect(document).toBe(workflowDocument());
  });

  it('has a line for every action and an arrow for every way that is written', () => {
    for (const [action, row] of Object.entries(expectedActions)) {
      expect(document).toContain(`| \`${action}\` |`);
      for (const from of row.from)
        for (const to of row.to) {
          if (to === 'same' || to === from) continue;
          expect(
            arrows.some((arrow) => arrow.from === from && arrow.to === to && arrow.named.includes(action)),
            `${from} --> ${to}: ${action}`,
          ).toBe(true);
        }
    }
  });

  it('draws no state that does not exist', () => {
    expect(arrows.length).toBeGreaterThan(15);
    for (const { from, to } of arrows) expect(states).toEqual(expect.arrayContaining([from, to]));
  });
});
