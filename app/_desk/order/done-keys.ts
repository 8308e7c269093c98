const doneKeys = [
  'classify',
  'assign',
  'offer',
  'reassign',
  'recall',
  'ask',
  'decline',
  'grant',
  'refuse',
  'suspend',
  'refuse_suspension',
  'resume',
  'note',
  'callback',
  'reveal',
  'transfer',
  'escalate',
  'whistle',
  'arrival',
  'sign',
  'merge',
  'unmerge',
  'apart',
  'undo',
  'split',
] as const;

/** What the address says was just done; null where it says nothing, or what is no act. */
export const readDone = (value: unknown): (typeof doneKeys)[number] | null =>
  doneKeys.find((key) => key === value) ?? null;
