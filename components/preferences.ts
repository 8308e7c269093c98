/** What a browser may choose without an account: language and size, each in a cookie of its own. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';
export const localeCookie = 'locale';

export const modes = ['standard', 'elder', 'xl'] as const;
export type Mode = (typeof modes)[number];
export const defaultMode: Mode = 'standard';
export const modeCookie = 'mode';

/** Both cookies live a year. */
export const preferenceMaxAgeSeconds = 365 * 24 * 3600;

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value);

export const isLocale = (value: unknown): value is Locale => isOneOf(locales, value);
export const isMode = (value: unknown): value is Mode => isOneOf(modes, value);

/** The size of the `mode` cookie; anything unknown is the standard one. */
export function chooseMode(cookie: string | undefined): Mode {
  return isMode(cookie) ? cookie : defaultMode;
}

/**
 * Cookie, then `Accept-Language`, then Chinese. Of the header only the primary subtag counts (RFC 9110 12.5.4), by
 * weight and then by order; `q=0` refuses a language.
 */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { primary: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), order };
    })
    .filter((l) => l.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  for (const { primary } of wanted) {
    const match = locales.find((locale) => locale.toLowerCase().split('-')[0] === primary);
    if (match) return match;
  }
  return defaultLocale;
}

/**
 * A path of this site to go back to, or null. Whatever a browser could read as another host (`//h`, `/\h`, a scheme,
 * a tab or line break inside) is refused.
 */
export function safeReturnPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and line breaks inside an address
  if (!/^\/(?![/\\])/.test(value) || /[\u0000-\u001f\u007f\\]/.test(value)) return null;
  const base = 'http://own.invalid';
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : null;
}
