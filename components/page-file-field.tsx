import type { ComponentProps } from 'react';
import { FileField } from './file-field';
import { ForgetWrongFile } from './forget-wrong-file';

/** The file field of a page that script takes over. Pages without script use `FileField` itself. */
export function PageFileField(props: ComponentProps<typeof FileField>) {
  return (
    <>
      <FileField {...props} />
      {props.error ? <ForgetWrongFile id={props.id ?? props.name} /> : null}
    </>
  );
}
