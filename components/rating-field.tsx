import { type FieldTexts, GroupFrame } from './field-frame';

/** Mouths from level 1 (down) to level 5 (wide open), on the 24 px grid. */
const mouths = ['M8 17q4-5 8 0', 'M8.5 16.5q3.5-2.5 7 0', 'M8.5 16h7', 'M8.5 15q3.5 3 7 0', 'M7.5 14q4.5 6.5 9 0z'];

export function Face({ level }: { level: 1 | 2 | 3 | 4 | 5 }) {
  return (
    <svg className="icon icon-lg" viewBox="0 0 24 24" aria-hidden="true">
      <path d={`M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M8.5 9v.5M15.5 9v.5${mouths[level - 1]}`} />
    </svg>
  );
}

/**
 * Five named levels (非常满意 … 非常不满意 = 5…1), best first, each a card with a face and its word: the word carries
 * the meaning, the face helps. `words` goes from level 5 down to level 1.
 */
export function RatingField({
  name,
  words,
  value,
  required,
  ...texts
}: FieldTexts & {
  name: string;
  words: readonly [string, string, string, string, string];
  value?: number;
  required?: boolean;
}) {
  return (
    <GroupFrame id={name} {...texts}>
      <div className="choices rating">
        {([5, 4, 3, 2, 1] as const).map((level, index) => (
          <label className="choice" key={level}>
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${level}`}
              name={name}
              value={level}
              defaultChecked={value === level}
              required={required}
            />
            <Face level={level} />
            <span className="choice-body">{words[index]}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
