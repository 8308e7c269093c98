/** Items whose end can be seen at a glance, and the thing that is asked about: 灯亮了吗? Any other is asked 解决了吗? */
const things: Record<string, string> = {
  '0502': 'lift',
  '0601': 'lamp',
  '0701': 'water',
  '0702': 'power',
  '0704': 'heat',
};

/** The key of the question and of its answers (`.question`, `.yes`, `.partly`, `.no`) for an item. */
export function solvedQuestion(item: string | undefined): string {
  const thing = item && Object.hasOwn(things, item) ? things[item] : undefined;
  return thing ? `rate.solved_of.${thing}` : 'rate.solved';
}
