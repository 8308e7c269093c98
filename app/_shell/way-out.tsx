import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import type { PlainWords } from './plain-words';

/** A sentence in the place of a page, and the ways onward, the likeliest first. */
export function WayOut({ title, text, ways }: PlainWords) {
  return (
    <EmptyState
      as="h1"
      title={title}
      words={text}
      action={
        <div className="btn-row">
          {ways.map(({ href, label }, at) => (
            <LinkButton key={href} href={href} kind={at === 0 ? 'primary' : 'outline'}>
              {label}
            </LinkButton>
          ))}
        </div>
      }
    />
  );
}
