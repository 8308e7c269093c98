/** What could be read out of a typed address. Numbers are plain; the quarter is still a piece of text. */
export interface AddressReading {
  /** What stands before the building, normalised: it ends with the quarter's name, or is empty. */
  before: string;
  building: number | null;
  stair: number | null;
  door: string | null;
}

const digits = '〇一二三四五六七八九';
const numeral = '[〇零一二三四五六七八九十百两]+';

/** `十二` → 12, `五百零二` → 502, `五〇二` and `五零二` → 502; null for what is no number. */
export function chineseNumber(text: string): number | null {
  const plain = text.replace(/零/g, '〇').replace(/两/g, '二');
  if (!/[十百]/.test(plain)) {
    const value = [...plain].map((char) => digits.indexOf(char));
    return value.length === 0 || value.includes(-1) ? null : Number(value.join(''));
  }
  const parts = /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?〇?([一二三四五六七八九])?$/.exec(
    plain,
  );
  if (!parts) return null;
  const [, hundreds, tens, ten, ones] = parts;
  const digit = (char: string | undefined) => (char ? digits.indexOf(char) : 0);
  return digit(hundreds) * 100 + (ten ? (digit(tens) || 1) * 10 : 0) + digit(ones);
}

/**
 * One spelling for many: full width, case, spaces and punctuation, `#`, and Chinese numerals where a unit word follows
 * or the text ends (a road or a village may have a numeral in its name).
 */
export function normaliseAddress(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,，。;；:：、·.()（）]/g, '')
    .replace(/[—–−﹣]/g, '-')
    .replace(new RegExp(`(${numeral})(?=号|#|栋|幢|楼|单元|门|室|户|房|$)`, 'g'), (run) =>
      String(chineseNumber(run) ?? run),
    )
    .replace(/#楼?/g, '号楼');
}

const spelled =
  /^(.*?)(\d{1,3})(?:号楼|栋楼?|幢|号(?=\d)|楼(?=\d{1,2}(?:单元|门)))-?(?:(\d{1,2})(?:单元|门|-(?=\d{3,4})))?-?(?:(\d{3,4})(?!\d))?/;
const dashed = /^(.*?)(\d{1,3})-(\d{1,2})-(\d{3,4})(?!\d)/;

/** `A3-1-502`: a quarter that is called by its letter alone. */
const lettered = /^([A-Z])-?$/;

/**
 * Reads the forms that people write: `C区5号楼2单元502`, `c区5栋2单元`, `A区３号楼１单元５０２`, `C区五号楼二单元`, `C区5-2-502`,
 * `C区5#2单元`, `C5-2-502`. Whatever follows is left alone.
 */
export function readAddress(typed: string): AddressReading {
  const text = normaliseAddress(typed);
  const match = dashed.exec(text) ?? spelled.exec(text);
  if (!match) return { before: text, building: null, stair: null, door: null };
  const [, said = '', building, stair, door] = match;
  return {
    before: said.replace(lettered, '$1区'),
    building: Number(building),
    stair: stair === undefined ? null : Number(stair),
    door: door ?? null,
  };
}

/** The names under which the register may know it, the finest first. */
export function registerNames(quarterName: string, reading: AddressReading): string[] {
  if (reading.building === null) return [quarterName];
  const building = `${quarterName}${reading.building}号楼`;
  if (reading.stair === null) return [building];
  const stair = `${building}${reading.stair}单元`;
  return reading.door === null ? [stair, building] : [`${stair}${reading.door}室`, stair, building];
}
