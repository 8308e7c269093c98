import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, type Server, startServer } from './app-server';
import type { BarePlan } from './bare-server';

/** The bare server with its plan, which it reads from a file in `folder`. */
export async function startBare(folder: string, plan: BarePlan): Promise<Server> {
  const planFile = path.join(folder, 'bare-plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const port = await freePort();
  return startServer(['scripts/run-ts.mjs', 'bench/bare-server.ts'], {
    port,
    env: { BARE_PLAN: planFile, PORT: String(port) },
    answers: async (base) => (await fetch(`${base}/ready`)).ok,
  });
}
