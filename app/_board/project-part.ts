import { startOfDay } from '@/lib/calendar/shanghai';
import type { ProjectDetail } from '@/lib/projects/queries/get-project';
import { formatDay } from '../_order/when';
import type { Reader } from '../_track/viewer';

/** What every part of the page of a project is given. */
export interface ProjectPart {
  shown: ProjectDetail;
  reader: Reader;
}

/** A date, `YYYY-MM-DD`, as a document writes it. */
export const dayOf =
  ({ locale }: Reader) =>
  (date: string): string =>
    formatDay(startOfDay(date), null, locale);
