/** Runs once when the server starts, never during a build: opens the runtime and starts the worker beside it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { startServerProcess } = await import('@/lib/transport/start');
  await startServerProcess();
}
