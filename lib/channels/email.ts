import type { OutsideMessage } from './message';
import { handToServer, type MailServer } from './smtp';

export interface Mailbox {
  server: MailServer;
  from: string;
  to: readonly string[];
}

/** Words of a header in base64, each piece short enough for one line (RFC 2047). */
function headerWords(text: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of text) {
    if (Buffer.byteLength(piece + letter) > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

const plainText = ({ title, lines, link }: Pick<OutsideMessage, 'title' | 'lines' | 'link'>): string =>
  [title, '', ...lines, ...(link ? ['', `${link.label} ${link.url}`] : [])].join('\r\n');

/** The letter as it is handed over; its Message-ID is that of the message, so a mailbox shows a second one as the same. */
export function letterOf({ from, to }: Pick<Mailbox, 'from' | 'to'>, message: OutsideMessage): string {
  const body = Buffer.from(plainText(message), 'utf8').toString('base64');
  return [
    `Message-ID: <${message.id}@${from.slice(from.indexOf('@') + 1)}>`,
    `Date: ${new Date(message.at).toUTCString().replace('GMT', '+0000')}`,
    `From: <${from}>`,
    `To: ${to.map((address) => `<${address}>`).join(', ')}`,
    `Subject: ${headerWords(message.title)}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
  ].join('\r\n');
}

export const sendByMail = (mailbox: Mailbox, message: OutsideMessage, limitMs?: number): Promise<void> =>
  handToServer(mailbox.server, { ...mailbox, data: letterOf(mailbox, message) }, limitMs);
