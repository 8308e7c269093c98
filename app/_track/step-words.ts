import type { FieldError } from '@/components/error-summary';
import { isDomainError } from '@/lib/kernel/errors';
import { reworded } from '@/lib/transport/issues';
import type { Translate } from '../_shell/translate';

interface Closed {
  action: string;
  status: string;
  abilities: readonly string[];
  /** The reason that trying would be answered with. */
  reason: string | undefined;
  link: string | null;
}

/** Why a step is not possible now, in words; null when it is. */
export function closedWords({ action, status, abilities, reason, link }: Closed, t: Translate): string | null {
  if (abilities.includes(action)) return null;
  if (link) return t('track.closed.link');
  // A page that was only opened has nothing typed to keep, which the words of the refused post speak of.
  if (!reason || reason === 'order.not_in_state' || reason.startsWith('order.not_for_you')) {
    const isBefore = action === 'rate' && !['closed', 'declined', 'merged', 'withdrawn'].includes(status);
    return t(isBefore ? 'track.closed.not_yet' : 'track.closed.not_now');
  }
  return t(`reason.${reason}`);
}

/** Fields whose own question says better than a general rule what is missing. */
const ownWords: ReadonlyMap<string, string> = new Map(
  ['solved', 'stars', 'reason'].map((field) => [field, `track.error.${field}`]),
);

/** The errors of a refused step, each at its field; what belongs to no field leads to the words. */
export function fieldErrors(
  error: unknown,
  detail: string,
  reader: { locale: 'zh-CN' | 'en'; t: Translate },
  step: string,
): FieldError[] {
  const { locale, t } = reader;
  if (!isDomainError(error)) return [{ field: 'words', message: detail }];
  const issues = reworded(error.details.issues ?? [], locale);
  const found = issues.map(({ path, reason, message }): FieldError => {
    const name = path.split('.')[0] ?? '';
    if (name === 'photos') return { field: 'photo', message };
    const own = step === 'rate' ? ownWords.get(name) : undefined;
    if (own) return { field: name, message: t(own) };
    const isEmpty = reason === 'input.required';
    return { field: 'words', message: isEmpty ? t('track.error.words') : message };
  });
  const first = found.filter(({ field }, at) => found.findIndex((other) => other.field === field) === at);
  if (first.length > 0) return first;
  const isPhoto = error.reason.startsWith('upload.') || error.reason === 'photo.unknown';
  return [{ field: isPhoto ? 'photo' : 'words', message: detail }];
}
