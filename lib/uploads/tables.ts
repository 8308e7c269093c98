import { index, instant, integer, table, text } from '#dialect';

/** A photo as the program keeps it: re-encoded, upright, without position and EXIF. The bytes lie under DATA_DIR. */
export const upload = table(
  'upload',
  {
    id: text('id').primaryKey(),
    /** Of the decoded pixels, so that the same photo with other metadata is still the same photo. */
    sha256: text('sha256').notNull(),
    mime: text('mime').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    /** Real clock, as it only decides when an unattached photo is swept. */
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    attachedAt: instant('attached_at'),
  },
  (t) => [index('upload_sha256').on(t.sha256, t.id), index('upload_sweep').on(t.createdAt, t.id)],
);

/** A document as it was handed in: minutes, a signed sheet, accounts. Only PDF, never opened by the program, never inline. */
export const document = table(
  'document',
  {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    /** Real clock, as it only decides when an unattached document is swept. */
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    attachedAt: instant('attached_at'),
  },
  (t) => [index('document_sweep').on(t.createdAt, t.id)],
);
