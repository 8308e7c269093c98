/** What leaves for somebody outside, before it takes the form of a channel. It names nobody. */
export interface OutsideMessage {
  /** The same for every try of one message, so that whoever gets it twice can drop the second. */
  id: string;
  /** When what it tells happened, epoch milliseconds. */
  at: number;
  title: string;
  /** One fact a line, label and value: number, item, cell, due. */
  lines: readonly string[];
  link: { label: string; url: string } | null;
  /** The same for machines. */
  event: { type: string; data: Record<string, string | null> };
}

export type FaultKind = 'http' | 'code' | 'timeout' | 'unreachable' | 'smtp' | 'off';

/** Why a message was not taken: a word and a number, never an address, a secret or a text. */
export class ChannelFault extends Error {
  constructor(
    readonly kind: FaultKind,
    readonly value: string | number = '',
  ) {
    super(`${kind} ${value}`.trim());
  }
}
