import type { Locale } from '@/components/preferences';
import type { MediationDetail } from '@/lib/mediation/queries/get-mediation';
import type { DutyView } from '@/lib/mediation/queries/list-duty';
import type { MediatorChoice } from '@/lib/mediation/queries/list-mediators';
import type { KeptForm } from '../_shell/kept';
import type { Translate } from '../_shell/translate';

/** What every form of a case is drawn from. */
export interface FormProps {
  found: MediationDetail;
  kept: KeptForm | null;
  /** `YYYY-MM-DD`. */
  today: string;
  now: number;
  mediators: MediatorChoice[];
  /** Who can be asked today. */
  duty: DutyView[];
  locale: Locale;
  t: Translate;
}
