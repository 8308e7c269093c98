import { z } from 'zod';

/** 8 MB of a file as it was sent. */
export const maxUploadBytes = 8 * 1024 * 1024;
/** 10 MB of a document: the minutes of a meeting with its signed sheets, scanned. */
export const maxDocumentBytes = 10 * 1024 * 1024;
export const maxDocumentName = 80;
/** 50 million pixels: above what phones make, far below what a small file can blow up to. */
export const maxUploadPixels = 50_000_000;
export const longestSide = 1600;
export const thumbnailSide = 480;

export const uploadId = z.uuid();
export const uploadSizes = ['full', 'thumb'] as const;
export type UploadSize = (typeof uploadSizes)[number];
