import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface FieldError {
  /** Id of the control that it speaks of. */
  field: string;
  /** What the control is called; for messages that do not say it themselves. */
  label?: string;
  message: ReactNode;
}

/**
 * What stops the form, above it, each line leading to its field. It takes the focus when the page loads, with script
 * and without. Answer a refused post with a redirect to `#errors`.
 */
export function ErrorSummary({ title, errors }: { title: ReactNode; errors: FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what is wrong (WCAG 3.3.1)
    <div className="error-summary" id="errors" role="alert" tabIndex={-1} autoFocus>
      <h2>
        <Icon name="triangle" />
        {title}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>
              {error.label && <b>{error.label} </b>}
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
