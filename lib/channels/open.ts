import type { Context } from '@/lib/kernel/context';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { type Gateway, readGateway } from '@/lib/sms/gateway';
import { type OutsideChannel, outsideChannels, pairsOf, readTargets, type Targets } from './targets';

/** What may be sent where: configured by the environment, and not switched off by an administrator. */
export interface OpenChannels {
  targets: Targets;
  /** Where short messages are handed over; null in a demo, whose numbers belong to nobody. */
  gateway: Gateway | null;
  /** The address of this site, for links; null where it has none of its own. */
  origin: string | null;
  isOn: ReadonlySet<OutsideChannel>;
  /** Full hours, Shanghai. */
  quiet: { from: number; until: number };
  isDemo: boolean;
}

export async function openChannels(
  ctx: Context,
  env: Record<string, string | undefined> = process.env,
): Promise<OpenChannels> {
  const targets = readTargets(env);
  const origin = env.PUBLIC_ORIGIN?.replace(/\/$/, '') || null;
  // A short message is of no use without a way to what it tells of.
  const gateway = origin === null ? null : readGateway(env);
  const quiet = { from: 0, until: 0 };
  // Where nothing is configured, which is how an installation begins, nothing is asked either.
  if (!gateway && pairsOf(targets).length === 0) {
    return { targets, gateway, origin, isOn: new Set(), quiet, isDemo: false };
  }
  const isDemo = await getSetting(ctx, 'demo');
  const on: OutsideChannel[] = [];
  for (const channel of outsideChannels) if (await getSetting(ctx, `channel.${channel}`)) on.push(channel);
  return {
    targets,
    gateway: isDemo ? null : gateway,
    origin,
    isOn: new Set(on),
    quiet: { from: await getSetting(ctx, 'channel.quiet_from'), until: await getSetting(ctx, 'channel.quiet_until') },
    isDemo,
  };
}

/** Whether a channel is open to this target now. */
export function isOpen({ isOn, targets, gateway }: OpenChannels, channel: OutsideChannel, target: string): boolean {
  if (!isOn.has(channel)) return false;
  if (channel === 'sms') return gateway !== null;
  if (channel === 'webhook') return targets.webhook !== null;
  return targets[channel].has(target);
}
