import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import type { Reader } from '../_track/viewer';
import type { Medium } from './board-kind';

/** What every part of the page of a deliberation is given. */
export interface DeliberationPart {
  shown: DeliberationDetail;
  reader: Reader;
  medium: Medium;
  /** Epoch ms: what is late is late now. */
  now: number;
}
