import { isDomainError } from '@/lib/kernel/errors';
import { reworded } from '@/lib/transport/issues';
import type { Translate } from '../_shell/translate';
import type { Viewer } from './viewer';

/** Why a step is not possible now, in words; null when it is. */
export function closedWords({ order, staffBrowser }: Viewer, action: string, t: Translate): string | null {
  if (order.abilities?.includes(action)) return null;
  if (staffBrowser) return t('reason.order.staff_browser');
  if (action === 'rate' && order.status === 'closed' && order.closing === 'rated')
    return t('reason.order.already_rated');
  if (action === 'rate' && order.status !== 'closed') return t('track.closed.not_yet');
  if (action === 'rate') return t('reason.order.rating_too_late');
  if (action === 'reopen' && order.status === 'closed') return t('reason.order.reopen_too_late');
  if (action === 'nudge' && (order.counts?.nudge ?? 0) > 0) return t('reason.order.already_nudged');
  if (action === 'amend' && order.status === 'submitted') return t('reason.order.amend_too_late');
  return t('track.closed.not_now');
}

/** The errors of a refused step, each at its field; what belongs to no field stands above them all. */
export function fieldErrors(
  error: unknown,
  detail: string,
  locale: 'zh-CN' | 'en',
): { field: string; message: string }[] {
  if (!isDomainError(error)) return [{ field: 'errors', message: detail }];
  const names = new Map([['photos', 'photo']]);
  const known = ['solved', 'stars', 'reason', 'words'];
  const issues = reworded(error.details.issues ?? [], locale);
  const own = issues.map(({ path, message }) => {
    const name = path.split('.')[0] ?? '';
    return { field: names.get(name) ?? (known.includes(name) ? name : 'words'), message };
  });
  if (own.length > 0) return own;
  return [
    {
      field: error.reason.startsWith('upload.') || error.reason === 'photo.unknown' ? 'photo' : 'words',
      message: detail,
    },
  ];
}
