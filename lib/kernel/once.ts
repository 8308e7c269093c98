const key = Symbol.for('poyou.runtime');
const holder = globalThis as typeof globalThis & { [key]?: Map<string, unknown> };

/**
 * What must exist once in the process. Next builds several module graphs, so a module constant has one value in each;
 * whatever is made here is the same object in instrumentation, proxy, pages, actions and route handlers.
 */
export function processOnce<T>(name: string, make: () => T): T {
  holder[key] ??= new Map();
  const made = holder[key];
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as T;
}

/** Forgets `name`, so that the next call makes it anew: after a failed start, and in tests. */
export function forgetOnce(name: string): void {
  holder[key]?.delete(name);
}
