export interface Answer {
  status: number;
  headers: Headers;
  /** The body as it came. */
  text: string;
  /** The body as JSON; an empty object when there was none. */
  // biome-ignore lint/suspicious/noExplicitAny: what a server may answer is exactly what the tests look at
  body: any;
}

type Body = Record<string, unknown>;

/** A caller of the API with headers of its own: an address, a token, a language. */
export interface HttpClient {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: Body, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, init?: RequestInit): Promise<Answer>;
  /** One file in a multipart body, as a browser's form sends it. */
  upload(file: Blob | Uint8Array<ArrayBuffer>): Promise<Answer>;
  with(headers: Record<string, string>): HttpClient;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : {} };
}

/** Calls below `/api/v1` of a server; nothing is followed, kept or tried again. */
export function httpClient(base: string, own: Record<string, string> = {}): HttpClient {
  const send: HttpClient['send'] = async (method, path, init = {}) => {
    const headers = { ...own, ...(init.headers as Record<string, string> | undefined) };
    return read(await fetch(`${base}/api/v1${path}`, { redirect: 'manual', ...init, method, headers }));
  };
  return {
    send,
    get: (path, headers) => send('GET', path, { headers }),
    post: (path, body = {}, headers = {}) =>
      send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
    upload: (file) => {
      const form = new FormData();
      form.append('file', new Blob([file]), 'photo.jpg');
      return send('POST', '/uploads', { body: form });
    },
    with: (headers) => httpClient(base, { ...own, ...headers }),
  };
}
