import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openStatuses, type Status, statuses } from '@/lib/orders/status';
import { type Action, actions, rowOf, targetsOf } from '@/lib/orders/workflow';

// node scripts/run-ts.mjs scripts/write-workflow.ts: writes docs/workflow.md from the action table.
export const workflowFile = fileURLToPath(new URL('../docs/workflow.md', import.meta.url));

const codes = (names: readonly string[]): string =>
  names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : '–';

function tableLine(action: Action): string {
  const row = rowOf(action);
  const to = [row.to].flat().map((target) => (target === 'same' ? 'unchanged' : `\`${target}\``));
  const from = row.from.length === openStatuses.length ? 'any open state' : codes(row.from);
  const rest = [row.by, row.never ?? [], row.when ?? [], [row.event]].map(codes);
  return `| ${[`\`${action}\``, from, to.join(', '), ...rest].join(' | ')} |`;
}

/** One arrow a pair of states, with every action that goes that way; actions that leave the state are in the table. */
function arrows(): string[] {
  const ways = new Map<string, Action[]>();
  for (const action of actions) {
    for (const from of rowOf(action).from) {
      for (const to of targetsOf(action, from)) {
        if (from === to) continue;
        const way = `${from} --> ${to}`;
        ways.set(way, [...(ways.get(way) ?? []), action]);
      }
    }
  }
  return [...ways].map(([way, named]) => `  ${way}: ${named.join(', ')}`);
}

const reached = (status: Status): boolean =>
  status === 'submitted' ||
  actions.some((action) => rowOf(action).from.some((f) => f !== status && targetsOf(action, f).includes(status)));

/** The whole of docs/workflow.md. */
export function workflowDocument(): string {
  const waiting = statuses.filter((status) => !reached(status));
  return `# The loop: states and actions

Made from \`lib/orders/workflow.ts\` by \`node scripts/run-ts.mjs scripts/write-workflow.ts\`; a test fails when it is not
current. Do not edit it by hand.

An action is allowed to whoever stands to the order in one of the relations of "by" and in none of "never", from one of
its states, when its conditions hold. Asked in this order: sight (what one may not see does not exist), relation, bars,
state, conditions. "Nobody verifies what they handled" is the \`never\` of \`pass\` and \`rework\`.

\`\`\`mermaid
stateDiagram-v2
  [*] --> submitted: submit
${arrows().join('\n')}
${statuses
  .filter((status) => !(openStatuses as readonly Status[]).includes(status) && reached(status))
  .map((status) => `  ${status} --> [*]`)
  .join('\n')}
\`\`\`
${waiting.length > 0 ? `\nNo action leads to ${codes(waiting)} yet.\n` : ''}
| action | from | to | by | never | when | event |
|---|---|---|---|---|---|---|
${actions.map(tableLine).join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(workflowFile, workflowDocument());
