import type { ReactElement } from 'react';
import type { Locale } from '@/components/preferences';
import type { Actor } from '@/lib/kernel/context';
import type { StaffContext } from '../_shell/enter';
import type { Translate } from '../_shell/translate';

export interface MatterSectionProps {
  ctx: StaffContext;
  now: number;
  locale: Locale;
  t: Translate;
}

/** One kind of matter on the hub `/desk/matters`: who has a use for it, and what it shows of itself. */
export interface MatterSection {
  name: string;
  may: (actor: Actor) => boolean;
  Section: (props: MatterSectionProps) => Promise<ReactElement | null>;
}
