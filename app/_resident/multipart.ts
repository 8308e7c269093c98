export interface PartHead {
  name: string;
  /** Null for a text field. */
  filename: string | null;
}

export interface PartSink {
  /** How many bytes of this part are kept; of a part that is longer nothing is. */
  keep(head: PartHead): number;
  /** A part is complete; `bytes` is null when it was longer than what is kept. */
  done(head: PartHead, bytes: Buffer | null): void;
}

const mostHeadBytes = 16 * 1024;
const headEnd = Buffer.from('\r\n\r\n');

/** A parameter of Content-Disposition as browsers write it: UTF-8, %22 for a quote, %0D and %0A for line breaks. */
function parameter(disposition: string, name: string): string | null {
  const found = new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(disposition);
  return found?.[1] === undefined ? null : found[1].replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ');
}

function readHead(text: string): PartHead | null {
  const disposition = text.split('\r\n').find((line) => /^content-disposition:/i.test(line)) ?? '';
  const name = parameter(disposition, 'name');
  return name === null ? null : { name, filename: parameter(disposition, 'filename') };
}

/** One part while its bytes come in. */
function openPart(head: PartHead | null, sink: PartSink) {
  const most = head ? sink.keep(head) : 0;
  let kept: Buffer[] = [];
  let length = 0;
  return {
    take(bytes: Buffer): void {
      length += bytes.length;
      if (length <= most) kept.push(Buffer.from(bytes));
      else kept = [];
    },
    close(): void {
      if (head) sink.done(head, length <= most ? Buffer.concat(kept) : null);
    },
  };
}

/** Before the first delimiter, right behind one, in a part's head or body, behind the last delimiter. */
type State = 'before' | 'behind' | 'head' | 'body' | 'over';

/** The parts of a multipart/form-data body (RFC 7578) as its bytes arrive, never holding more than is kept. */
export function partReader(boundary: string, sink: PartSink) {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line break before it; one is put there, so that all look alike.
  let rest: Buffer = Buffer.from('\r\n');
  let state: State = 'before' as State;
  let part = openPart(null, sink);

  /** Bytes up to the next delimiter; true when it was found. */
  function upToDelimiter(take: (bytes: Buffer) => void): boolean {
    const at = rest.indexOf(delimiter);
    // The delimiter may have begun in the last bytes of what is here.
    const end = at >= 0 ? at : Math.max(0, rest.length - delimiter.length);
    take(rest.subarray(0, end));
    rest = rest.subarray(at >= 0 ? at + delimiter.length : end);
    return at >= 0;
  }

  /** @returns false when more bytes are needed */
  const steps: Record<State, () => boolean> = {
    before: () => {
      const found = upToDelimiter(() => {});
      if (found) state = 'behind';
      return found;
    },
    behind: () => {
      if (rest.length < 2) return false;
      state = rest.toString('latin1', 0, 2) === '--' ? 'over' : 'head';
      return true;
    },
    head: () => {
      const end = rest.indexOf(headEnd);
      if (end < 0 && rest.length <= mostHeadBytes) return false;
      part = openPart(end < 0 ? null : readHead(rest.toString('utf8', 0, end)), sink);
      rest = rest.subarray(end < 0 ? rest.length : end + headEnd.length);
      state = 'body';
      return true;
    },
    body: () => {
      const found = upToDelimiter(part.take);
      if (!found) return false;
      part.close();
      state = 'behind';
      return true;
    },
    over: () => {
      rest = Buffer.alloc(0);
      return false;
    },
  };

  return {
    write(chunk: Buffer): void {
      rest = Buffer.concat([rest, chunk]);
      while (steps[state]()) {
        // one step after the other
      }
    },
    /** Whether the body came to its own end. */
    end: (): boolean => state === 'over',
  };
}
