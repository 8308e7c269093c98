import { epidemicTexts } from './01-epidemic';
import { resumptionTexts } from './02-resumption';
import { civilisedCityTexts } from './03-civilised-city';
import { sanitationTexts } from './04-sanitation';
import { propertyTexts } from './05-property';
import { facilityTexts } from './06-facilities';
import { utilityTexts } from './07-utilities';
import { parkingTexts } from './08-parking';
import { elderlyTexts } from './09-elderly';
import { reliefTexts } from './10-relief';
import { disputeTexts } from './11-disputes';
import { safetyTexts } from './12-safety';
import { counterTexts } from './13-counter';
import { cultureTexts } from './14-culture';
import { ecologyTexts } from './15-ecology';
import type { ItemTexts } from './sentence';

/** Texts of all 56 items, in the order of the taxonomy. */
export const allItemTexts: readonly ItemTexts[] = [
  ...epidemicTexts,
  ...resumptionTexts,
  ...civilisedCityTexts,
  ...sanitationTexts,
  ...propertyTexts,
  ...facilityTexts,
  ...utilityTexts,
  ...parkingTexts,
  ...elderlyTexts,
  ...reliefTexts,
  ...disputeTexts,
  ...safetyTexts,
  ...counterTexts,
  ...cultureTexts,
  ...ecologyTexts,
];

const byCode = new Map(allItemTexts.map((texts) => [texts.item, texts]));

/** The texts of one item. @throws RangeError for a code without texts. */
export function textsOf(item: string): ItemTexts {
  const texts = byCode.get(item);
  if (!texts) throw new RangeError(`no texts for item ${item}`);
  return texts;
}
