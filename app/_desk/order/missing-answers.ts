const answers = ['solved', 'stars'] as const;

/** What a call that reached somebody has to answer, and was not ticked. */
export const missingAnswers = (form: FormData): (typeof answers)[number][] =>
  form.get('reached') === 'true' ? answers.filter((name) => !form.get(name)) : [];
