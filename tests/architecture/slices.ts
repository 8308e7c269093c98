/** What stands below the slices: any slice may call any file of it, and it knows no slice. One reason each. */
export const below: Record<string, string> = {
  kernel: 'errors, ids, clock, context: the words that everything speaks',
  audit: 'a change and its trace are written in one transaction',
  casework: 'the guard, the history and the one way of acting that every kind of case but orders shares',
  calendar: 'working time is arithmetic that several slices count with',
  channels: 'the ports of group robots, mail and webhooks; know forms and addresses, and nobody who sends',
  outbox: 'an effect is written beside its cause; the worker above knows who does it',
  replay: 'the first answer to a key that comes again, in the transaction of the verb',
  replies: 'what an answer to a resident lacks, told from its words alone; whoever answers may ask',
  settings: 'numbers that an administrator may turn, read by every verb that uses one',
  sms: 'the port of short messages; knows numbers and texts, and nobody who sends them',
  throttle: 'tries are counted before a verb looks at anything',
};

/** What stands above the slices: it may call their verbs, and no slice knows it. */
export const above: Record<string, string> = {
  transport: 'sessions, HTTP, forms: the only folder that knows Next',
  worker: 'which handler serves which event, and what runs when',
};

/** What one slice may import of another. */
export const openDoors: Record<string, string> = {
  input: 'schemas of what may be said to it',
  status: 'its states, as data',
  policy: 'how an actor stands to it',
  queries: 'what it tells',
};

/** Doors that only one slice opens. */
export const openDoorsOf: Record<string, Record<string, string>> = {
  places: { 'distance-band': 'how far is near, for lists that may not say where' },
  taxonomy: {
    evidence: 'the notation of required evidence, pure',
    suggest: 'what an order is that no item names, and which items are shifts, pure',
  },
};

/** As `openDoors`, but only for types: they order nothing at run time. */
export const openDoorsForTypes: Record<string, string> = {
  view: 'the shape that its queries answer with',
  events: 'the shape of what it announces',
};

/** The rooms of a slice, so that a reader knows one before opening it. */
export const vocabulary: Record<string, string> = {
  'status.ts': 'the states and the sets of states that queries use',
  'tables.ts': 'its tables, through #dialect',
  'workflow.ts': 'transitions as data; decide',
  'policy.ts': 'the only place where a permission is written',
  'input.ts': 'zod schemas and their types',
  'events.ts': 'event type → data, append-only',
  'store.ts': 'the only file that writes its tables',
  'view.ts': 'row → what the outside sees',
  'endpoints.ts': 'rows of the HTTP contract',
  'handlers.ts': 'outbox event → effect, idempotent',
  commands: 'one exported verb a file',
  queries: 'one question a file',
};

/** Rooms that only one slice has. Each has its reason; a file that is gone must leave the list. */
export const ownRooms: Record<string, Record<string, string>> = {
  answers: {
    'act.ts': 'the one way in which a command changes an answer, and the next version of its words',
    'facts.ts': 'loads what policy and workflow look at, so that both stay functions of values',
    'linked.ts': 'whether the deliberation or project that an answer names is there',
    'papers.ts': 'the words of an answer as its history has to say them',
    'promise.ts': 'the days that an answer may carry, and when it is late, pure',
    'relation.ts': 'the closed list of how an actor stands to an answer',
  },
  deliberation: {
    'act.ts': 'the one way in which a command changes a deliberation',
    'ballot-store.ts': 'writes rolls, counts and ballots; beside store.ts, which would be too long',
    'ballots.ts': 'receipts, seals and digests of secret votes and of rolls, pure but for the key',
    'conditions.ts': 'the named conditions of the action table, pure',
    'facts.ts': 'loads what policy and workflow look at, so that both stay functions of values',
    'open-words.ts': 'which fields of a step everybody reads, and whom they may not name',
    'notice.ts': 'the days of a notice period, pure',
    'owners.ts': 'what a vote of owners has to reach, and a legal basis as the points of a text, pure',
    'papers.ts': 'texts, rolls, counts and ballots as the history has to say them',
    'publication.ts': 'a version of a resolution or a result, the same for its first and for a correction',
    'relation.ts': 'the closed list of how an actor stands to a deliberation',
    'rule-packs.ts': 'quorums, majorities and periods of each legal form, as data with their sources',
    'schema.ts': 'output schemas of the HTTP contract, apart from the rows that use them',
    'texts.ts': 'the next version of a published text and its hash',
    'thresholds.ts': 'shares of heads in whole numbers, and the stricter of several rules, pure',
    'verbs.ts': 'action → its command, so that REST and the screens take the same one',
  },
  letters: {
    'act.ts': 'the one way in which a command changes a letter',
    'conditions.ts': 'the named conditions of the action table, pure',
    'days.ts': 'a last day that is not over yet, asked by two verbs',
    'facts.ts': 'loads what policy and workflow look at, so that both stay functions of values',
    'relation.ts': 'the closed list of how an actor stands to a letter',
    'verbs.ts': 'action → its command, so that REST and the screens take the same one',
  },
  mediation: {
    'act.ts': 'the one way in which a command changes a mediation',
    'conditions.ts': 'the named conditions of the action table, pure',
    'facts.ts': 'loads what policy and workflow look at, so that both stay functions of values',
    'relation.ts': 'the closed list of how an actor stands to a mediation',
    'said.ts': 'whose word it is, the day and the way of it: consent, refusal, signature, pure',
    'verbs.ts': 'action → its command, so that REST and the screens take the same one',
  },
  notices: {
    'delivery-store.ts': 'writes the messages to be sent outside; beside store.ts, which knows the inbox',
    'pace.ts': 'when the next try is, when it is night and how much a robot takes, pure',
    'tell.ts': 'carries out the table of told.ts, for events and for what the clock finds',
    'words.ts': 'what a message to somebody outside says, the same for its preview',
    'told.ts': 'what each event tells to whom on which channel, as data',
  },
  orders: {
    'act.ts': 'the one way in which a command changes an order, so that no command can forget a step of it',
    'answer.ts': 'what a valid answer does, the same for rate and callback',
    'ask-store.ts':
      'writes what a handler asks for: extensions and suspensions; beside store.ts, which would be too long',
    'assign-by-rule.ts': 'urgent orders find their handler without a person, at submit and at reopening',
    'bulk-store.ts': 'writes what is dispatched together, line by line; beside store.ts, which would be too long',
    'clock-input.ts': 'what extensions and suspensions carry; beside input.ts, which would be too long',
    'clocks.ts': 'limits and due times of an order, apart from the arithmetic of working time',
    'comeback.ts': 'what a reopening resets, shared by three actions',
    'conditions.ts':
      'the named conditions of the action table, pure; beside it, so that the table stays one screen of data',
    'held.ts': 'what keeps work from being handed in and passed, asked by two actions',
    'whistle-store.ts': 'writes whom the street called and who came; beside store.ts, which would be too long',
    'whistling.ts': 'whom the street may call and until when, asked by two commands and a query',
    'hold-store.ts': 'writes offers and assignments; beside store.ts, which would be too long',
    'clock-store.ts': 'writes the clocks of orders and what a calendar change moves',
    'counter-store.ts': 'writes what is counted across orders: serials, quotas, links, seals, routes',
    'relation.ts': 'the closed list of how an actor stands to an order',
    'cursor.ts': 'where a list goes on, the same for every list of orders',
    'decide.ts':
      'the guard: what the table says to one actor and one order; beside it, so that the table stays one screen of data',
    'evidence.ts': 'which pieces are proven and which are open, shared by submit_evidence and pass',
    'facts.ts': 'loads what policy and workflow look at, so that both stay functions of values',
    'filters.ts': 'what narrows a list, shared by the lists of orders and the pool',
    'issuing.ts': 'a 督办单 issued, gone up or due anew, as a change of its order; shared by clock and people',
    'looking.ts':
      'issues and ends the 督办单 of one order as it stands; shared by the minute round and by what came back',
    'street-input.ts': 'what a transfer, a whistle and a signature carry; beside input.ts, which would be too long',
    'transferring.ts': 'where an order may be transferred to, shared by the command and the form',
    'ladder.ts': 'who is told next when nothing moves, as data and pure',
    'supervision.ts': 'what colours an order and when to look again, pure',
    'supervision-input.ts': 'schemas of 督办; beside input.ts, which would be too long',
    'supervision-store.ts': 'writes 督办单; beside store.ts, which would be too long',
    'supervision-view.ts': 'a 督办单 as its reader may see it',
    'supervision-schema.ts': 'output schema of 督办单, apart from the rows that use it',
    'supervision-endpoints.ts': 'rows of the HTTP contract of 督办单; beside endpoints.ts, which would be too long',
    'handover.ts': 'who may be given an order, shared by assign, reassign and the rule',
    'households.ts':
      'by what two orders are known to come from the same people, pure; one notion for weight and 共性问题',
    'joined.ts': 'what a step of a main order means for those that follow it, in its transaction',
    'join-nearby.ts': '我也遇到 at submit: what may be told of a neighbour’s report, and joined',
    'split-input.ts': 'what 拆单 carries; beside input.ts, which would be too long',
    'splitting.ts': 'how a part is made and dropped, and what the end of the whole means for its parts',
    'merge-store.ts': 'writes what joins orders to each other; beside store.ts, which would be too long',
    'merging.ts': 'who may follow whom, shared by merge and by 我也遇到',
    'similar.ts': 'what makes two reports alike, with reasons, pure',
    'offer-scope.ts': 'the scope of the latest offer, to offer again',
    'offering.ts': 'who is asked, shared by offer, reassign and release',
    'origin.ts': 'who speaks for whom and through which channel, at submit',
    'photos.ts': 'photos become evidence of one order only',
    'place.ts': 'said place → area, building and door',
    'presence.ts': 'where somebody stands on arriving and leaving',
    'public-items.ts': 'which items may be told to everybody once they are closed, as data with their reasons',
    'quota.ts': 'guarded counters of open orders and open claims',
    'candidates.ts': 'who stands before whom in the list of candidates, pure',
    'candidate-figures.ts': 'what candidates hold and sent back, counted for all of them at once',
    'routed.ts': 'what the rules of routing say of an order, asked and kept, the same for every action',
    'routing-store.ts': 'writes what the rules said; beside store.ts, which would be too long',
    'route.ts': 'the default table item × cell, pure',
    'schema.ts': 'output schemas of the HTTP contract, apart from the rows that use them',
    'search-store.ts': "writes and asks the index of words, which is of each engine's own kind",
    'search-words.ts': 'what was typed to look for, as terms, and where they stand in a text, pure',
    'sealed.ts': 'which items are sealed, asked by store and policy',
    'secrets.ts': 'query code, PIN and phone key, derived and never stored',
    'suspending.ts': 'the day and the words of a suspension, shared by asking for one and deciding it',
    'taken-as.ts': 'what the words and the choice of a report make of it, the same for submit and its preview',
    'timeline.ts': 'events with the words they refer to, pure, for every kind of reader',
    'visible.ts': 'the sight of policy.ts as a condition on lists; every query starts from it',
    'question-input.ts': 'schemas of what may be asked; beside input.ts, which holds what may be done',
    'weak-reply.ts': 'words to the requester are looked through before they leave, the same for three actions',
    'visits.ts': 'arriving and leaving paired, pure, for the task page and for hours of service',
    'verbs.ts': 'action → its command, so that REST and the screens take the same one',
  },
  people: {
    'code-store.ts': 'writes the one-time codes; beside store.ts, which would be too long',
    'login-codes.ts': 'one-time codes: derived, hashed, how long they live',
    'open-session.ts': 'the session of whoever proved who they are, by password or by code',
    'phone-owner.ts': 'whose account a proven number opens, pure',
    'passwords.ts': 'the rule of a password and its hash',
    'sessions.ts': 'lifetimes of sessions, pure',
    'tokens.ts': 'bearer tokens and API keys: made once, stored as a hash',
  },
  places: {
    'address.ts': 'reads a typed address, pure',
    'block-map.ts': 'draws cells as paths, pure',
    'point-code.ts': 'reads the typed code of a slip, pure',
    'distance-band.ts': 'how far is near, for lists that may not say where',
  },
  projects: {
    'act.ts': 'the one way in which a command changes a project',
    'conditions.ts': 'the named conditions of the action table, pure',
    'days.ts': 'what is done was done by today, what is promised is for today or later',
    'facts.ts': 'loads what workflow and view look at, so that both stay functions of values',
    'relation.ts': 'the closed list of how an actor stands to a project',
  },
  routing: {
    'checked-draft.ts': 'what a rule names has to be there, the same for a new one and a changed one',
    'match.ts': 'whether and why a rule hits an order, pure',
    'overlap.ts': 'which rules are dead or in conflict, pure',
    'rule-to-edit.ts': 'the rule that a verb changes, and whether it may, shared by three verbs',
  },
  rounds: {
    'act.ts': 'the one way in which a command changes a round',
    'conditions.ts': 'the named conditions of the action table, pure',
    'facts.ts': 'loads what policy and workflow look at, so that both stay functions of values',
    'lists.ts': 'the next version of what was heard and what is done, and its hash',
    'relation.ts': 'the closed list of how an actor stands to a round',
  },
  stats: {
    'rates.ts': 'the rates and their definitions, pure',
  },
  taxonomy: {
    'evidence.ts': 'the notation of required evidence, pure',
    'danger.ts': 'words → whom to call first, pure',
    'likeness.ts': 'letter pairs that words share with the examples of an item, pure',
    'phrase.ts': 'the notation of the words that speak for an item or for danger, pure',
    'suggest.ts': 'words → item, pure',
  },
  uploads: {
    'files.ts': 'photos on disk: the only file that touches the folder',
    'normalise.ts': 'decodes and encodes anew',
    'one-at-a-time.ts': 'one photo in memory at a time',
    'sniff.ts': 'what a file is by its bytes, pure',
  },
  volunteers: {
    'hours.ts': 'visits → minutes that count, pure',
  },
};
