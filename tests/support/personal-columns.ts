import type { WholeDatabase } from './whole-database';

/** What a column of text holds, as far as somebody's privacy goes. */
export type Holding =
  /** Names, phones and the like of people: looked for, to the letter, in all that everybody may read. */
  | 'person'
  /** What people wrote or what is written about them, for few eyes: no such text stands where everybody reads. */
  | 'private'
  /** Written or fixed for everybody. A name may have been typed into it, so it excuses nothing. */
  | 'public'
  /** Histories and queues: the house rule is that they name nobody, and that is looked at in the rows themselves. */
  | 'nameless'
  /** Ids, closed words, days, hashes, numbers: nobody types a name there. */
  | 'closed';

/** Columns that hold nothing but what the program makes itself, wherever they stand. */
const closed =
  /(^|_)(id|code|hash|sha256|kind|status|state|key|on|date|until|digest|salt|valid_from|valid_to|urgency|type|role)$/;

const of = (columns: string, holding: Holding): Record<string, Holding> =>
  Object.fromEntries(columns.split(' ').map((column) => [column, holding]));

/** Every other column by hand: a new one fails the test until somebody has said here what it holds. */
const told: Record<string, Record<string, Holding>> = {
  account: { ...of('phone login', 'person'), ...of('last_logins password_hash', 'closed') },
  answer: { ...of('title title_en', 'public'), ...of('decision weighed_by', 'closed') },
  answer_words: { ...of('words words_en reason', 'public'), ...of('photos', 'closed') },
  area: { ...of('name_zh name_en phone', 'public'), ...of('legal_form letters ring', 'closed') },
  audit_entry: { ...of('data', 'nameless'), ...of('action', 'closed') },
  calendar_day: { ...of('name name_en source note', 'public'), ...of('updated_by', 'closed') },
  calendar_year: of('source', 'public'),
  case_event: { ...of('data actor', 'nameless'), ...of('relation', 'closed') },
  category: of('name_zh name_en', 'public'),
  default_route: of('steps', 'closed'),
  deliberation: {
    ...of('title title_en basis_words filed_unit filing_no', 'public'),
    ...of('motive legal_form basis opened_by', 'closed'),
  },
  deliberation_ballot: of('choice seal', 'closed'),
  deliberation_count: of('way', 'closed'),
  deliberation_figure: of('label unit', 'public'),
  deliberation_file: { ...of('name', 'private') },
  deliberation_meeting: {
    ...of('place annulled witness', 'public'),
    ...of('minutes', 'private'),
    ...of('stage body', 'closed'),
  },
  deliberation_objection: {
    ...of('contact', 'person'),
    ...of('words', 'private'),
    ...of('public_words answer', 'public'),
    ...of('answer_by answered_by', 'closed'),
  },
  deliberation_price: of('label unit', 'public'),
  deliberation_roll: { ...of('name', 'person'), ...of('seat', 'closed') },
  deliberation_text: of('points points_en words reason', 'public'),
  document: { ...of('name', 'private'), ...of('created_by', 'closed') },
  desk_look: of('tab order_code', 'closed'),
  desk_view: { ...of('name filter', 'private') },
  draft: { ...of('fields', 'private'), ...of('form photo_ids', 'closed') },
  emergency_word: { ...of('word', 'public'), ...of('call', 'closed') },
  item: {
    ...of('name_zh name_en evidence_zh keywords', 'public'),
    ...of('accept_limit finish_limit flags evidence_kinds handler', 'closed'),
  },
  legal_duty: { ...of('name phone', 'person'), ...of('office', 'public') },
  letter_decision: { ...of('words settled', 'private'), ...of('owner_unit due_on settled_by', 'closed') },
  letter_meeting: { ...of('place agenda others', 'private'), ...of('held_on present', 'closed') },
  letter_reply: { ...of('words', 'private'), ...of('unit_code by', 'closed') },
  letter_unit: of('part received_by', 'closed'),
  liaison_letter: { ...of('subject words ended', 'private'), ...of('sent_by reply_by', 'closed') },
  login_code: of('phone', 'person'),
  mediation: { ...of('title', 'private'), ...of('opened_by', 'closed') },
  mediation_agreement: of('parties facts performance seal_no', 'private'),
  mediation_check: of('words', 'private'),
  mediation_end: of('words', 'private'),
  mediation_opinion: of('question opinion', 'private'),
  mediation_party: { ...of('name phone', 'person'), ...of('address', 'private') },
  mediation_session: { ...of('words', 'private'), ...of('others', 'person'), ...of('place', 'public') },
  notice: of('dedupe', 'nameless'),
  notice_delivery: { ...of('dedupe', 'nameless'), ...of('channel target last_error', 'closed') },
  opinion_answer: of('heard heard_en doing doing_en who', 'public'),
  opinion_entry: { ...of('words', 'private'), ...of('way typed_by', 'closed') },
  opinion_round: { ...of('question question_en words ended_early', 'public'), ...of('opened_by', 'closed') },
  order_assignment: of('ended_by', 'closed'),
  order_clock: of('why', 'closed'),
  order_bulk: of('handler', 'closed'),
  order_bulk_line: of('reason params', 'closed'),
  order_contact: {
    ...of('name phone', 'person'),
    ...of('detail about_words', 'private'),
    // Four digits stand in any number.
    ...of('phone_tail', 'closed'),
  },
  order_event: { ...of('data actor', 'nameless'), ...of('relation', 'closed') },
  order_evidence: of('text missing_reason', 'private'),
  order_extension: of('reason asked_by decided_by', 'closed'),
  order_hold: of('held_by', 'closed'),
  order_link: of('action', 'closed'),
  order_note: of('words', 'private'),
  order_offer: { ...of('note', 'private'), ...of('scope skills ended_by', 'closed') },
  order_apart: of('by', 'closed'),
  order_part: of('part', 'closed'),
  order_proxy: { ...of('spoken_by', 'person'), ...of('words', 'private'), ...of('known_by', 'closed') },
  order_rating: { ...of('words', 'private'), ...of('via solved reason', 'closed') },
  // Pairs of characters in the engine's own bytes; the words that they are of are looked for as `orders.words`.
  order_search_data: of('block', 'closed'),
  order_search_docsize: of('sz', 'closed'),
  // The word of a rule that stood in the report is the rule's; what else the report says is not kept here.
  order_routing: { ...of('rule_name reasons broken', 'private'), ...of('effect outcome withheld_reason', 'closed') },
  order_whistle: of('called_by arrived_by', 'closed'),
  order_suspension: of('asked_by decided_by ended_by', 'closed'),
  orders: {
    ...of('words', 'private'),
    ...of('place_zh place_en', 'public'),
    ...of('channel level comeback outcome closing requester_household assignee_unit assignee_person', 'closed'),
    ...of(
      'about_unit about_community co_handlers merged_into merged_from merged_hold child_of whole_requester_id colour also_item',
      'closed',
    ),
  },
  outbox_message: { ...of('payload', 'nameless'), ...of('topic last_error', 'closed') },
  party_org: of('name_zh name_en purpose', 'public'),
  person: { ...of('display_name name_en phone', 'person'), ...of('phone_tail', 'closed') },
  person_tie: of('person_a person_b', 'closed'),
  place_point: of('name_zh name_en', 'public'),
  project: { ...of('title title_en words place', 'public'), ...of('fundings opened_by', 'closed') },
  project_budget: of('reason', 'public'),
  project_delay: of('reason', 'public'),
  project_milestone: of('title words', 'public'),
  project_photo: of('words', 'public'),
  project_spend: { ...of('label', 'public'), ...of('receipt_no', 'private') },
  replay_key: { ...of('answer', 'nameless'), ...of('fingerprint', 'closed') },
  routing_rule: { ...of('name conditions', 'private'), ...of('effect', 'closed') },
  routing_rule_version: { ...of('name conditions', 'private'), ...of('effect', 'closed') },
  session: { ...of('label', 'nameless'), ...of('scope', 'closed') },
  setting: { ...of('value', 'public'), ...of('updated_by', 'closed') },
  supervision_notice: { ...of('words', 'private'), ...of('ground colour step issued_by', 'closed') },
  supervision_reply: { ...of('calls cause measure', 'private'), ...of('check_on', 'closed') },
  supervision_told: of('step', 'closed'),
  unit: { ...of('name_zh name_en phone', 'public'), ...of('handler_group areas', 'closed') },
  upload: of('mime created_by', 'closed'),
  volunteer: of('skills adult_from', 'closed'),
};

/** What a column holds; null where nobody has said it yet. */
export const holdingOf = (table: string, column: string): Holding | null =>
  told[table]?.[column] ?? (closed.test(column) ? 'closed' : null);

/** Columns that stand above and in no table: what was renamed is not looked for any more. */
export function toldInVain({ texts }: WholeDatabase): string[] {
  return Object.entries(told).flatMap(([table, columns]) =>
    Object.keys(columns)
      .filter((column) => !texts[table]?.includes(column))
      .map((column) => `${table}.${column}`),
  );
}

/** The different texts of all columns that hold this, each with the first place where it stands. */
export function textsHeld({ rows, texts }: WholeDatabase, holding: Holding): Map<string, string> {
  const found = new Map<string, string>();
  for (const [table, columns] of Object.entries(texts)) {
    for (const column of columns.filter((one) => holdingOf(table, one) === holding)) {
      for (const row of rows[table] ?? []) {
        const value = row[column];
        if (typeof value === 'string' && value.trim() !== '' && !found.has(value.trim())) {
          found.set(value.trim(), `${table}.${column}`);
        }
      }
    }
  }
  return found;
}
