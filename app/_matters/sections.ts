import { AnswersSection } from './answers-section';
import { DeliberationsSection } from './deliberations-section';
import type { MatterSection } from './matter-section';

/** The kinds of matters that a desk keeps beside its orders, in the order in which the hub shows them. */
export const sections: readonly MatterSection[] = [
  { name: 'deliberations', may: () => true, Section: DeliberationsSection },
  { name: 'answers', may: () => true, Section: AnswersSection },
];
