import { DomainError } from '@/lib/kernel/errors';
import { readBytes } from '@/lib/transport/http';
import { partReader } from './multipart';

export interface PostedFile {
  field: string;
  name: string;
  /** Null: larger than a photo may be; its bytes were thrown away while they came in. */
  bytes: Buffer | null;
}

export interface PostedForm {
  /** Text fields as typed, one text or a list where a name comes more than once. */
  fields: Record<string, string | string[]>;
  files: PostedFile[];
}

export interface BodyLimits {
  /** Of one file; what is larger is named and not kept. */
  fileBytes: number;
  /** How many files are kept; the names of further ones are told. */
  files: number;
  /** Of everything; beyond it the connection is given up. */
  totalBytes: number;
}

const megabyte = 1024 * 1024;
// Far more than any field takes, so that a text that is too long can be told so and handed back.
const mostTextBytes = 4 * megabyte;

// What PostgreSQL cannot store and no keyboard makes.
const storable = (bytes: Buffer): string => new TextDecoder().decode(bytes).replaceAll('\u0000', '');

/** Far more fields than any form of ours has. */
const mostFields = 500;

/** Takes the text fields of one form: a bounded number of them and bounded bytes in all, whoever sends it. */
function fieldTaker(fields: PostedForm['fields']) {
  let count = 0;
  let bytes = 0;
  return (name: string, text: string): void => {
    count += 1;
    bytes += name.length + text.length;
    if (count > mostFields || bytes > mostTextBytes) throw new DomainError('too_large', 'draft.too_large');
    const before = fields[name];
    if (before === undefined) fields[name] = text;
    else if (Array.isArray(before)) before.push(text);
    else fields[name] = [before, text];
  };
}

/**
 * Reads a form as its bytes come in. A photo that is too large costs no memory and loses none of the words beside it,
 * which `request.formData()` would: it takes all or nothing.
 * @throws wrong_type `http.not_multipart`, unreadable `http.broken_multipart`, too_large `http.too_large` above all limits
 */
export async function readPostedForm(request: Request, limits: BodyLimits): Promise<PostedForm> {
  const type = request.headers.get('content-type') ?? '';
  const form: PostedForm = { fields: Object.create(null) as PostedForm['fields'], files: [] };
  const take = fieldTaker(form.fields);
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const text = storable(await readBytes(request, mostTextBytes));
    for (const [name, value] of new URLSearchParams(text)) take(name, value.replaceAll('\u0000', ''));
    return form;
  }
  const boundary = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) throw new DomainError('wrong_type', 'http.not_multipart');
  const reader = partReader(mark, {
    keep: ({ filename }) =>
      filename === null ? mostTextBytes : form.files.length < limits.files ? limits.fileBytes : 0,
    done: ({ name, filename }, bytes) => {
      if (filename === null) {
        if (bytes === null) throw new DomainError('too_large', 'draft.too_large');
        take(name, storable(bytes));
      }
      // Browsers send a field left empty as a file without a name and without bytes.
      else if (bytes === null || bytes.length > 0) {
        if (form.files.length >= mostFields) throw new DomainError('too_large', 'draft.too_large');
        form.files.push({ field: name, name: filename, bytes });
      }
    },
  });
  await pump(request, reader, limits.totalBytes);
  return form;
}

async function pump(request: Request, reader: ReturnType<typeof partReader>, most: number): Promise<void> {
  const body = request.body?.getReader();
  let size = 0;
  for (;;) {
    const chunk = await body?.read();
    if (!chunk || chunk.done) break;
    size += chunk.value.byteLength;
    if (size > most) {
      await body?.cancel();
      throw new DomainError('too_large', 'http.too_large', { params: { megabytes: Math.floor(most / megabyte) } });
    }
    reader.write(Buffer.from(chunk.value));
  }
  if (!reader.end()) throw new DomainError('unreadable', 'http.broken_multipart');
}
