import { z } from 'zod';
import { areaKinds, legalForms, pointKinds } from './status';

const date = z.iso.date();

/** A number, also as the text of a query string; never an empty text read as 0. */
const degrees = (limit: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^-?\d{1,3}(\.\d{1,15})?$/)
        .transform(Number),
    ])
    .pipe(z.number().min(-limit).max(limit));

/** The code of an area: digits, and below the community the short parts after a dash. */
export const areaCode = z
  .string()
  .trim()
  .regex(/^\d{2,15}(-[0-9A-Z]{1,6}){0,3}$/);

/** By whose law a community decides. */
export const legalFormInput = z.object({ area: areaCode, legalForm: z.enum(legalForms) });

export const pointCode = z
  .string()
  .trim()
  .max(24)
  .transform((typed) => typed.normalize('NFKC').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/));

/** The code of a slip as somebody typed it; what it can mean is for `findPoints` to say. */
export const typedPoint = z.string().trim().min(1).max(24);

/** One area as a loader or an importer brings it; parents come before or together with their children. */
export const areaInput = z.object({
  code: areaCode,
  parentCode: areaCode.nullable(),
  kind: z.enum(areaKinds),
  nameZh: z.string().trim().min(1).max(60),
  /** The national list has none; then the Chinese name stands for it. */
  nameEn: z.string().trim().min(1).max(120).optional(),
  legalForm: z.enum(legalForms).optional(),
  letters: z
    .string()
    .regex(/^[A-Z]{2,4}$/)
    .optional(),
  ring: z
    .array(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]))
    .min(3)
    .max(500)
    .optional(),
  lat: z.number().min(-90).max(90).optional(),
  lng: z.number().min(-180).max(180).optional(),
  householdCount: z.int().min(0).optional(),
  phone: z.string().max(20).optional(),
  sortKey: z.string().regex(/^\d+$/).optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
});
export type AreaInput = z.infer<typeof areaInput>;

export const pointInput = z.object({
  code: pointCode,
  areaCode,
  kind: z.enum(pointKinds),
  nameZh: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(120),
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
});
export type PointInput = z.infer<typeof pointInput>;

/** Each pair once; the store keeps both ways round. */
export const neighbourPair = z.tuple([areaCode, areaCode]);

export const loadAreasInput = z.object({
  areas: z.array(areaInput),
  points: z.array(pointInput).default([]),
  neighbours: z.array(neighbourPair).default([]),
});
export type LoadAreasInput = z.input<typeof loadAreasInput>;

export const getAreaInput = z.object({ code: areaCode });
export type GetAreaInput = z.infer<typeof getAreaInput>;

/** The children of `parent`, or the roots without it; `kind` keeps only one level of them. */
export const listAreasInput = z.object({
  parent: areaCode.optional(),
  kind: z.enum(areaKinds).optional(),
  cursor: z.string().max(200).optional(),
  limit: z
    .union([
      z.int(),
      z
        .string()
        .trim()
        .regex(/^\d{1,3}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(1).max(200))
    .default(50),
});
export type ListAreasInput = z.input<typeof listAreasInput>;

/** Exactly one of the four ways to say where; `within` narrows an address to one area and what lies below it. */
export const locatePlaceInput = z.union([
  z.object({ lat: degrees(90), lng: degrees(180) }),
  z.object({ address: z.string().trim().min(1).max(200), within: areaCode.optional() }),
  z.object({ point: typedPoint }),
  z.object({ areaCode }),
]);
export type LocatePlaceInput = z.input<typeof locatePlaceInput>;
