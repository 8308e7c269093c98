import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clockTopics, type Telling, told, type Untold } from '@/lib/notices/told';
import { actions, rowOf } from '@/lib/orders/workflow';

// node scripts/run-ts.mjs scripts/write-notices.ts: writes docs/notices.md from the table of notices.
export const noticesFile = fileURLToPath(new URL('../docs/notices.md', import.meta.url));

const code = (name: string): string => `\`${name}\``;

/** The actions that write an event, `submit` for the first; the clock where no action does. */
function cause(topic: string): string {
  if ((clockTopics as readonly string[]).includes(topic)) return 'the clock';
  const named = actions.filter((action) => rowOf(action).event === topic);
  return named.length > 0 ? named.map(code).join(', ') : code('submit');
}

function lines([topic, row]: [string, readonly Telling[] | Untold]): string[] {
  if ('nobody' in row) return [`| ${code(topic)} | ${cause(topic)} | nobody: ${row.nobody} | – | – | – |`];
  return row.map(({ to, by, kind = topic, only }) => {
    const cells = [code(topic), cause(topic), code(to), by.map(code).join(', '), code(kind), only ? code(only) : '–'];
    return `| ${cells.join(' | ')} |`;
  });
}

/** The whole of docs/notices.md. */
export function noticesDocument(): string {
  return `# Who is told of what

Made from \`lib/notices/told.ts\` by \`node scripts/run-ts.mjs scripts/write-notices.ts\`; a test fails when it is not
current. Do not edit it by hand.

Nobody is told of what they did themselves, nor of an order that is about them: those learn that there is one, and no
more. The sentence of a kind stands below \`notice.kind\` of the messages. What a case other than an order tells is
chosen by its own slice (\`handlers.ts\`) and goes to the inbox.

| event | written by | told to | on | kind | only with |
|---|---|---|---|---|---|
${Object.entries(told).flatMap(lines).join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(noticesFile, noticesDocument());
