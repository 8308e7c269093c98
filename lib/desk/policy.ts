import type { Actor, PersonActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { abilitiesOf } from '@/lib/people/policy';

/** Who works at the desk; each keeps views of their own and sees nobody else's. @throws forbidden `desk.not_your_page` */
export function deskPerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person' || !abilitiesOf(actor).includes('dispatch'))
    throw new DomainError('forbidden', 'desk.not_your_page');
  return actor;
}
