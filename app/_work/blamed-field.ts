/** Refusals of a rule that one field can mend: the message then stands at that field. */
const blamed: Record<string, string> = {
  'order.far_needs_reason': 'reason',
  'order.code_elsewhere': 'pointCode',
  'order.presence_needs_proof': 'pointCode',
  'order.outcome_needs_words': 'words',
  'order.waiver_needed': 'waiver',
  'order.return_too_late': 'reason',
  'order.designated': 'reason',
};

/** The field that a refusal speaks of; undefined when it speaks of the whole order. */
export const blamedField = (reason: string): string | undefined => blamed[reason];
