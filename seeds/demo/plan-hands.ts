import { demoNeighbours } from './geography';
import type { PersonKey } from './plan-order';
import { quarterCells } from './plan-places';
import type { knownPeople } from './plan-residents';
import type { WordPicker } from './plan-words';
import type { Random } from './random';

export type OfferScope = 'own' | 'neighbours' | 'community';

/** The cells of a scope, as the program reads it (3.1.5). */
export function cellsOfScope(scope: OfferScope, cell: string): string[] {
  if (scope === 'own') return [cell];
  if (scope === 'community') return [...quarterCells, cell];
  return [cell, ...demoNeighbours().flatMap(([a, b]) => (a === cell ? [b] : b === cell ? [a] : []))];
}

/** Finds hands among the volunteers, the least busy first; the two with a login take their share in C. */
export interface Hands {
  volunteer(scope: OfferScope, cell: string, skills: readonly string[], not?: readonly PersonKey[]): PersonKey;
}

export function handsOf(
  volunteers: ReturnType<typeof knownPeople>['volunteers'],
  words: WordPicker,
  random: Random,
): Hands {
  return {
    volunteer(scope, cell, skills, not = []) {
      const cells = cellsOfScope(scope, cell);
      const fitting = volunteers.filter(
        (one) =>
          !not.includes(one.key) &&
          one.cells.some((code) => cells.includes(code)) &&
          skills.every((skill) => one.skills.includes(skill)),
      );
      const known = fitting.filter((one) => one.key === 'liuyang' || one.key === 'mali');
      if (known.length > 0 && cell.endsWith('005') && random.chance(0.6)) {
        return words.least(known, (one) => `hands/known/${one.key}`).key;
      }
      return words.least(fitting, (one) => `hands/${one.key}`).key;
    },
  };
}
