/** One line of JSON for whoever runs the program: what broke, in which request. Never shown to the caller. */
export function logUnexpected(error: unknown, requestId: string): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const causes: string[] = [];
  for (let e = error instanceof Error ? error.cause : undefined; e instanceof Error; e = e.cause)
    causes.push(e.message);
  console.error(JSON.stringify({ level: 'error', requestId, message, causes, stack }));
}
