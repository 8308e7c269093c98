/** One thing wrong in the files: where it stands, and what it is in both languages. */
export interface Mistake {
  file: string;
  /** Counted from 1, as a spreadsheet does; 0 = the file as a whole. */
  line: number;
  field: string;
  zh: string;
  en: string;
}

/** Everything that is wrong, said at once; nothing was written. */
export class CommunityMistakes extends Error {
  constructor(readonly mistakes: readonly Mistake[]) {
    super(mistakes.map(mistakeLine).join('\n'));
    this.name = 'CommunityMistakes';
  }
}

/** `areas.csv 第 3 行 line 3, parent: 没有上级 990 / there is no parent 990` */
export function mistakeLine({ file, line, field, zh, en }: Mistake): string {
  const at = line > 0 ? ` 第 ${line} 行 line ${line}` : '';
  return `${file}${at}${field ? `, ${field}` : ''}: ${zh} / ${en}`;
}

/** Where a mistake is noted. */
export interface Spot {
  file: string;
  line: number;
}

export class Notebook {
  readonly mistakes: Mistake[] = [];

  note(at: Spot, field: string, zh: string, en: string): void {
    this.mistakes.push({ file: at.file, line: at.line, field, zh, en });
  }

  /** @throws CommunityMistakes when anything was noted */
  settle(): void {
    if (this.mistakes.length === 0) return;
    const order = (m: Mistake) => `${m.file}\n${String(m.line).padStart(9, '0')}`;
    const sorted = [...this.mistakes].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    throw new CommunityMistakes(sorted);
  }
}
