import { type Engine, openEngine } from '@/db/client';
import { offsetClock } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { readSetting } from '@/lib/settings/queries/get-setting';
import { api } from '@/lib/transport/registry';
import type { Runtime } from '@/lib/transport/runtime';

export interface Call {
  method: string;
  path: string;
  token?: string;
  body?: unknown;
}

export interface InProcess {
  engine: Engine;
  runtime: Runtime;
  system: Context;
  /** The same rows of the contract as over HTTP, without a server around them. */
  call(request: Call): Promise<{ status: number; text: string; json: Record<string, unknown> }>;
}

/** The program on a database in this process. */
export async function openInProcess(url: string): Promise<InProcess> {
  const engine = openEngine(url);
  const clock = offsetClock(await readSetting(engine.reader, 'clock.offset_ms'));
  const runtime: Runtime = { engine, clock };
  return {
    engine,
    runtime,
    system: {
      actor: { kind: 'system', name: 'demo' },
      db: engine.reader,
      transaction: (fn) => engine.transaction(fn),
      now: () => clock.now(),
      requestId: newId(),
      caller: { address: 'local' },
    },
    async call({ method, path, token, body }) {
      const request = new Request(`http://127.0.0.1/api/v1${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const response = await api(request, { runtime, locale: 'zh-CN' });
      const text = await response.text();
      return { status: response.status, text, json: JSON.parse(text) as Record<string, unknown> };
    },
  };
}
