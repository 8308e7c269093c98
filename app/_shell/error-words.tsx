import type { Translate } from './translate';

/** Id of the element that carries the words of `error.tsx`, which runs in the browser and has no messages there. */
export const errorWordsId = 'error-words';

export function ErrorWords({ t }: { t: Translate }) {
  return (
    <div
      id={errorWordsId}
      hidden
      data-title={t('error.server.title')}
      data-text={t('error.server.text')}
      data-number={t('error.server.number')}
      data-again={t('error.server.again')}
      data-home={t('error.home')}
    />
  );
}
