/** The root translator, `await getTranslations()`: full keys, so that pure parts need not know the namespace. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;
