import { fenText } from '../deliberation/typed-rows';

/** Fields that are typed as people write them: money in yuan, numbers of orders with anything between them. */
const readings: Record<string, (text: string) => string[]> = {
  amountFen: (text) => [fenText(text)],
  budgetFen: (text) => [fenText(text)],
  orders: (text) => text.split(/[\s,，、;；]+/).filter(Boolean),
  deliberation: (text) => [text.normalize('NFKC').replace(/\s/g, '')],
};

/** The form as its verb reads it; what was typed stays in the form itself. */
export function sentForm(form: FormData): FormData {
  const sent = new FormData();
  for (const [name, value] of form) {
    const read = typeof value === 'string' ? readings[name]?.(value) : undefined;
    for (const part of read ?? [value]) sent.append(name, part);
  }
  return sent;
}
