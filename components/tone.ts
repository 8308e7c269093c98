/** A tone is a pair of tokens: dark text (or bar) on its own pale ground; class `tone-NAME` in styles/tones.css. */
export const tones = {
  info: { ink: 'info-700', ground: 'info-50' },
  violet: { ink: 'violet-700', ground: 'violet-50' },
  teal: { ink: 'teal-700', ground: 'teal-50' },
  gold: { ink: 'gold-700', ground: 'gold-50' },
  green: { ink: 'green-700', ground: 'green-50' },
  brown: { ink: 'brown-700', ground: 'brown-50' },
  cinnabar: { ink: 'cin-700', ground: 'cin-50' },
  grey: { ink: 'grey-700', ground: 'grey-50' },
} as const;
export type Tone = keyof typeof tones;
