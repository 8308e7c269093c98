import { answers } from './answer-kind';
import type { BoardKind } from './board-kind';
import { deliberations } from './deliberation-kind';
import { projects } from './project-kind';
import { rounds } from './round-kind';

/** Kinds by the letters of their code: `PL-YS-2023-001`. A new kind of case is one row here. */
export const kinds: Readonly<Record<string, BoardKind>> = { YS: deliberations, BS: projects, DF: answers, YJ: rounds };

/** As a person types or pastes it: full-width letters, small letters and spaces are forgiven. */
export const readCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/[–—_]/g, '-').slice(0, 40);

/** The kind of a code; undefined for what is no code of the board. */
export function kindOf(code: string): BoardKind | undefined {
  const letters = /^[A-Z]{2,12}-([A-Z]{2})-\d{4}-\d{3,6}$/.exec(code)?.[1];
  return letters !== undefined && Object.hasOwn(kinds, letters) ? kinds[letters] : undefined;
}
