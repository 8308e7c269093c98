import { arriveAtOrder } from '@/lib/orders/commands/arrive-at-order';
import { leaveOrder } from '@/lib/orders/commands/leave-order';
import { noteOrder } from '@/lib/orders/commands/note-order';
import { submitEvidence } from '@/lib/orders/commands/submit-evidence';
import { noteInput, presenceInput, submitEvidenceInput } from '@/lib/orders/input';
import type { actedBefore } from '@/lib/orders/queries/acted-before';
import { defineAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { noteInputFields } from '../_shell/note-fields';
import { reviewFields } from '../_shell/reply-review';
import { evidenceInput } from './evidence-plan';

type Fields = Record<string, string | string[]>;
type Photos = Record<string, string[]>;

interface PhotoForm {
  /** What it does, by the name under which its answer is kept. */
  action: Parameters<typeof actedBefore>[1]['action'];
  run: (sent: FormData) => Promise<ActionState<unknown>>;
  /** The form as the fields that its verb reads. */
  input: (fields: Fields, photos: Photos) => [name: string, value: string][];
  /** Below the order's page, where the form stands. */
  at: '' | '/finish';
}

export const one = (fields: Fields, name: string): string => [fields[name] ?? ''].flat()[0] ?? '';
const photoList = (photos: Photos): [string, string][] =>
  Object.values(photos).flatMap((ids) => ids.map((id): [string, string] => ['photos', id]));

const presence: PhotoForm['input'] = (fields, photos) => [
  ['position.lat', one(fields, 'lat')],
  ['position.lng', one(fields, 'lng')],
  ['pointCode', one(fields, 'pointCode')],
  ['reason', one(fields, 'reason')],
  ...photoList(photos),
];

const finish = defineAction(submitEvidenceInput, submitEvidence);
const arrive = defineAction(presenceInput, arriveAtOrder);
const leave = defineAction(presenceInput, leaveOrder);
const note = defineAction(noteInput, noteOrder);

/** The forms of a task that may carry photos; the last part of the address that they post to. */
export const photoForms = {
  finish: {
    action: 'submit_evidence',
    run: (sent) => finish(untouched, sent),
    input: (fields, photos) => [
      ['outcome', one(fields, 'outcome')],
      ['words', one(fields, 'words')],
      ['legalBasis', one(fields, 'legalBasis')],
      ...reviewFields(fields),
      ...evidenceInput(fields, photos),
    ],
    at: '/finish',
  },
  arrive: { action: 'arrive', run: (sent) => arrive(untouched, sent), input: presence, at: '' },
  leave: { action: 'leave', run: (sent) => leave(untouched, sent), input: presence, at: '' },
  note: {
    action: 'note',
    run: (sent) => note(untouched, sent),
    input: noteInputFields,
    at: '',
  },
} satisfies Record<string, PhotoForm>;
export type PhotoFormName = keyof typeof photoForms;
export const isPhotoForm = (name: string): name is PhotoFormName => Object.hasOwn(photoForms, name);
