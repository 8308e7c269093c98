import type { Locale } from '@/components/preferences';
import { type EvidenceKind, evidenceKinds, parseEvidenceKinds } from '@/lib/taxonomy/evidence';
import type { Translate } from '../_shell/translate';

/** Kinds whose everyday name is the item's own: 户主告知单 says more than "photo of the paper". */
const namedByItem: readonly EvidenceKind[] = ['photo', 'document', 'reading', 'text', 'ref_no', 'signature'];

const collapsePair = (set: readonly EvidenceKind[]): EvidenceKind[] => set.filter((kind) => kind !== 'photo_before');
const plain = (part: string) => part.replace(/[（(][^）)]*[）)]/g, '').trim();

/** `甲+乙/丙` as lists: the alternatives stand in the last place, as the taxonomy writes them. */
function alternatives(text: string): string[][] {
  const parts = text.split('+');
  const last = parts.pop() ?? '';
  return last.split('/').map((one) => [...parts, one]);
}

/**
 * What an item calls its pieces, read off its Chinese evidence beside the kinds: `前后照片+户主告知单` and
 * `photo_before+photo_after+document` → document: 户主告知单. Where the two do not run side by side nothing is guessed.
 */
export function itemPieceNames(kinds: string, evidenceZh: string): Partial<Record<EvidenceKind, string>> {
  const text = plain(evidenceZh);
  // 或 joins two things under one kind, or two kinds: only a person can tell which.
  if (text.includes('或')) return {};
  const sets = parseEvidenceKinds(kinds).map(collapsePair);
  const texts = sets.length === 1 ? [text.split('+')] : alternatives(text);
  if (texts.length !== sets.length) return {};
  const names: Partial<Record<EvidenceKind, string>> = {};
  sets.forEach((set, index) => {
    const parts = texts[index] ?? [];
    if (parts.length !== set.length) return;
    set.forEach((kind, at) => {
      const name = parts[at] ?? '';
      const fits = namedByItem.includes(kind) && name !== '';
      // A receipt is not its number.
      if (fits && (kind !== 'ref_no' || name.endsWith('号'))) names[kind] = name;
    });
  });
  return names;
}

export type PieceName = (kind: string) => string;

/** The name of a piece for this reader: the item's own where it has one (Chinese only), else that of its kind. */
export function pieceNamer(
  order: { checklist: { kinds: string }; evidenceZh: string },
  locale: Locale,
  t: Translate,
): PieceName {
  const own: Record<string, string> = locale === 'en' ? {} : itemPieceNames(order.checklist.kinds, order.evidenceZh);
  const known: readonly string[] = [...evidenceKinds, 'reply', 'legal_basis'];
  return (kind) => own[kind] ?? (known.includes(kind) ? t(`evidence.kind.${kind}`) : kind);
}
