import { ChannelFault } from './message';

/** How long a channel may take to answer. */
export const answerMs = 10_000;

/**
 * Posts and gives what was answered, 4,000 characters at most. Nothing is followed elsewhere, for the address may hold a
 * secret. @throws ChannelFault unless the answer is 2xx
 */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string> = {},
  limitMs = answerMs,
): Promise<string> {
  const signal = AbortSignal.timeout(limitMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      signal,
    });
    text = (await response.text()).slice(0, 4000);
  } catch {
    // The words of a failed fetch may hold the address, and with it the robot's key.
    throw new ChannelFault(signal.aborted ? 'timeout' : 'unreachable');
  }
  if (!response.ok) throw new ChannelFault('http', response.status);
  return text;
}

/** Group robots answer 200 whatever happened, and say in `errcode` whether the message was taken. */
export async function postToRobot(url: string, body: string, limitMs = answerMs): Promise<void> {
  const text = await post(url, body, {}, limitMs);
  let code: unknown;
  try {
    code = (JSON.parse(text) as { errcode?: unknown } | null)?.errcode;
  } catch {
    code = undefined;
  }
  if (code !== 0) throw new ChannelFault('code', typeof code === 'number' ? code : '');
}
