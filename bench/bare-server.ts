// The ceiling: a bare node:http server that writes the recorded rows, or reads them, and answers the same bytes.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Database from 'better-sqlite3';
import type { Statement } from './recorder';
import { type BareLife, BareWriter, durable, type Replay } from './replay';

export interface BarePlan {
  database: string;
  replay: Replay;
  /** What each request of a life is answered, by name. */
  answers: Record<string, { status: number; json: Record<string, unknown> }>;
  reads: Record<string, { statements: Statement[]; json?: unknown; page?: { type: string; text: string } }>;
}

const plan = JSON.parse(readFileSync(process.env.BARE_PLAN ?? '', 'utf8')) as BarePlan;
const reader = new Database(plan.database, { readonly: true });
const writer = new BareWriter(durable(new Database(plan.database)), plan.replay);

function answer(res: ServerResponse, status: number, type: string, text: string | Buffer) {
  res.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  res.end(text);
}

const reads = new Map(
  Object.entries(plan.reads).map(([path, { statements, json, page }]) => {
    const prepared = statements.map(({ sql, params }) => ({ statement: reader.prepare(sql), params }));
    const bytes = page ? Buffer.from(page.text) : null;
    return [
      path,
      (res: ServerResponse) => {
        for (const { statement, params } of prepared) statement.all(...params);
        if (bytes && page) answer(res, 200, page.type, bytes);
        else answer(res, 200, 'application/json; charset=utf-8', JSON.stringify(json));
      },
    ] as const;
  }),
);

const lives = new Map<string, BareLife>();

function body(req: IncomingMessage): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
  });
}

/** `own`: each request commits by itself. `grouped`: those that wait commit together. `effects`: own, and what follows from the events as well. */
type Manner = 'own' | 'grouped' | 'effects';
let waiting: { part: () => void; done: () => void }[] = [];

function commitWaiting() {
  const group = waiting;
  waiting = [];
  writer.together(group.map(({ part }) => part));
  for (const { done } of group) done();
}

function write(manner: Manner, step: string, life: BareLife, done: () => void) {
  if (manner !== 'grouped') {
    writer.perform(step, life);
    if (manner === 'effects' && step === 'rate') writer.perform('effects', life);
    done();
    return;
  }
  waiting.push({ part: writer.parts(step, life), done });
  if (waiting.length === 1) setImmediate(commitWaiting);
}

async function post(req: IncomingMessage, res: ServerResponse, url: string) {
  await body(req);
  const [, manner = 'own', , , , key = '', , action = 'submit'] = url.split('/');
  const life = action === 'submit' ? writer.newLife() : lives.get(key);
  const said = plan.answers[action];
  if (!life || !said) return answer(res, 404, 'text/plain', '');
  lives.set(life.code, life);
  write(manner as Manner, action, life, () => {
    const json = { ...said.json, code: life.code, queryCode: life.code };
    answer(res, said.status, 'application/json; charset=utf-8', JSON.stringify(json));
    if (action === 'rate') lives.delete(life.code);
  });
}

createServer((req, res) => {
  const url = req.url ?? '';
  const read = reads.get(url);
  if (read) read(res);
  else if (req.method === 'POST') void post(req, res, url);
  else answer(res, url === '/ready' ? 200 : 404, 'text/plain', '');
}).listen(Number(process.env.PORT), '127.0.0.1');
