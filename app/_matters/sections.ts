import { mediatesIn } from '@/lib/mediation/policy';
import { AnswersSection } from './answers-section';
import { DeliberationsSection } from './deliberations-section';
import type { MatterSection } from './matter-section';
import { MediationSection } from './mediation-section';
import { ProjectsSection } from './projects-section';
import { RoundsSection } from './rounds-section';

/** The kinds of matters that a desk keeps beside its orders, in the order in which the hub shows them. */
export const sections: readonly MatterSection[] = [
  { name: 'deliberations', may: () => true, Section: DeliberationsSection },
  { name: 'projects', may: () => true, Section: ProjectsSection },
  { name: 'answers', may: () => true, Section: AnswersSection },
  { name: 'rounds', may: () => true, Section: RoundsSection },
  { name: 'mediation', may: (actor) => mediatesIn(actor).length > 0, Section: MediationSection },
];
