import type { z } from 'zod';
import type { Actor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { submitOrderInput } from './input';
import type { Relation } from './relation';
import type { Channel } from './status';

type Parsed = z.output<typeof submitOrderInput>;

export interface Origin {
  channel: Channel;
  relation: Relation;
  requesterId: string | null;
  proxyId: string | null;
}

const proxyChannels: Record<string, readonly Channel[]> = {
  hall_clerk: ['hall', 'phone', 'chat', 'hotline', 'foreign_desk'],
  dispatcher: ['hall', 'phone', 'chat', 'hotline', 'foreign_desk'],
  representative: ['representative'],
  grid_worker: ['patrol', 'phone', 'chat'],
  cell_lead: ['patrol', 'phone', 'chat'],
};

/** Who speaks and through which channel; a person types for another only with the consent block (3.10). */
export function originOf(actor: Actor, input: Parsed): Origin {
  const own = (channel: Channel, requesterId: string | null): Origin => ({
    channel,
    relation: actor.kind === 'system' ? 'system' : 'requester',
    requesterId,
    proxyId: null,
  });
  if (actor.kind === 'system') return own(input.channel ?? 'power', null);
  if (actor.kind !== 'person') {
    if (input.proxy || (input.channel && input.channel !== 'web'))
      throw new DomainError('forbidden', 'order.channel_not_yours');
    return own('web', null);
  }
  const roles = actor.memberships.map((m) => m.role);
  const allowed = roles.flatMap((role) => proxyChannels[role] ?? []);
  const channel = input.channel ?? (input.proxy ? allowed[0] : undefined) ?? 'web';
  if (channel !== 'web' && !allowed.includes(channel)) throw new DomainError('forbidden', 'order.channel_not_yours');
  if (input.proxy) {
    if (allowed.length === 0) throw new DomainError('forbidden', 'order.proxy_not_yours');
    return { channel, relation: 'proxy', requesterId: null, proxyId: actor.personId };
  }
  // What a grid worker sees on patrol is their own report; anything else at a desk is somebody else's voice.
  if (channel !== 'web' && channel !== 'patrol') throw new DomainError('invalid', 'order.consent_missing');
  // Who leaves no name leaves none: the order does not know the account, nor does its history (3.1.4).
  return own(channel, input.anonymous ? null : actor.personId);
}
