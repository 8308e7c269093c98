/**
 * Runs once when the server starts, never during a build: opens the runtime, starts the worker beside it, and sees to it
 * that no page is blank without script.
 */
export async function register(): Promise<void> {
  const building = process.env.NEXT_PHASE === 'phase-production-build' || process.env.IS_NEXT_WORKER === 'true';
  if (process.env.NEXT_RUNTIME !== 'nodejs' || building) return;
  const [{ fillBlankPages }, { drawRefusal }] = await Promise.all([
    import('@/lib/transport/blank-pages'),
    import('@/app/_shell/refusal-page'),
  ]);
  fillBlankPages(drawRefusal);
  const { startServerProcess } = await import('@/lib/transport/start');
  await startServerProcess();
}
