import type { ComponentProps } from 'react';
import { KeepEarly } from './keep-early';
import { TextArea } from './text-fields';

/** The text area of a page that script takes over. Pages without script use `TextArea` itself. */
export function PageTextArea(props: ComponentProps<typeof TextArea>) {
  return (
    <>
      {props.defaultValue ? <KeepEarly id={props.id ?? props.name} /> : null}
      <TextArea {...props} />
    </>
  );
}
