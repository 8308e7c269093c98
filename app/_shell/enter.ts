import { forbidden, notFound } from 'next/navigation';
import type { Context, PersonActor } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { type Ability, abilitiesOf } from '@/lib/people/policy';
import { noteRefusal } from '@/lib/transport/refusals';
import { signedInContext } from '@/lib/transport/session';

export type StaffContext = Context & { actor: PersonActor };

type Query = Record<string, string | string[] | undefined>;

/** A page's address with its query, to come back to after signing in. */
export function addressOf(path: string, query: Query): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const text = new URLSearchParams(said).toString();
  return text ? `${path}?${text}` : path;
}

/**
 * The context of a staff page: nobody signed in goes to the sign-in page and comes back to `path`, its query included; whoever lacks every one of
 * `abilities` gets the forbidden page, and reaching for it leaves an audit row.
 */
export async function enterPage(path: string, ...abilities: Ability[]): Promise<StaffContext> {
  const ctx = await signedInContext(path);
  const own = abilitiesOf(ctx.actor);
  if (abilities.some((ability) => own.includes(ability))) return ctx;
  return refusePage(ctx, path);
}

/** The forbidden page; that somebody reached for it is in the audit. */
export async function refusePage(ctx: Context, path: string): Promise<never> {
  await noteRefusal(ctx, new DomainError('forbidden', 'desk.not_your_page'), `page ${path.split('?')[0]}`);
  forbidden();
}

/** A query's refusal as the page that says it: not there, or not yours. Anything else goes on up. */
export async function orPage<T>(ctx: Context, path: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    // An address that was cut or typed, such as a cursor that is none.
    await noteRefusal(ctx, error, `page ${path}`);
    if (error.code === 'not_found' || error.code === 'invalid') notFound();
    if (error.code === 'forbidden') forbidden();
    throw error;
  }
}
