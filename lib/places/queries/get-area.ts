import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { type GetAreaInput, getAreaInput } from '../input';
import { type AreaView, viewArea } from '../view';
import { pathOf } from './ancestors-of';

/** One area with its ancestors from the root down, itself not among them. @throws DomainError `not_found` place.area_unknown */
export async function getArea(ctx: Context, input: GetAreaInput): Promise<AreaView & { ancestors: AreaView[] }> {
  const path = await pathOf(ctx, parse(getAreaInput, input).code);
  const [self, ...above] = path.map(viewArea);
  if (!self) throw new Error(`no path for ${input.code}`);
  return { ...self, ancestors: above.reverse() };
}
