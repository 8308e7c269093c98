/** The address that a verdict's form posts to; it stays the same over a deploy, so a verdict on its way is not lost. */
export const verdictPath = (code: string, form: 'pass' | 'rework'): string => `/verify/verdict/${code}/${form}`;
