/** 张*, 欧阳**: the first character and a star for each that follows. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 3)));
}

/** 138****0001. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** The first `length` characters (not code units), with an ellipsis when something was cut. */
export function shorten(text: string, length: number): string {
  const characters = [...text.trim().replace(/\s+/g, ' ')];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
