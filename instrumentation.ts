/** Runs once when the server starts, never during a build: opens the runtime and starts the worker beside it. */
export async function register(): Promise<void> {
  const building = process.env.NEXT_PHASE === 'phase-production-build' || process.env.IS_NEXT_WORKER === 'true';
  if (process.env.NEXT_RUNTIME !== 'nodejs' || building) return;
  const { startServerProcess } = await import('@/lib/transport/start');
  await startServerProcess();
}
