import { Chip } from '@/components/chip';
import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/tone';
import type { Colour } from '@/lib/orders/status';
import type { Translate } from '../_shell/translate';

const looks: Record<Colour, { tone: Tone; icon: IconName }> = {
  blue: { tone: 'info', icon: 'circle' },
  yellow: { tone: 'gold', icon: 'diamond' },
  red: { tone: 'cinnabar', icon: 'triangle' },
};

/** 蓝督 in a circle, 黄督 in a diamond, 红督 in a triangle: word and shape, never colour alone (3.5). Nothing in time. */
export function ColourChip({ colour, t }: { colour: Colour | null | undefined; t: Translate }) {
  if (!colour) return null;
  return <Chip {...looks[colour]}>{t(`supervision.colour.${colour}`)}</Chip>;
}
