import { createHash } from 'node:crypto';
import type { FieldError } from '@/components/error-summary';
import type { ReportDraft } from './draft';
import { type Fields, one, type ReportField, reportControls } from './fields';

/** What the form shows: kept text, kept photos, and what is wrong with which field. */
export interface ReportView {
  fields: Fields;
  photoIds: string[];
  text(name: string): string;
  error(name: ReportField): string | undefined;
  /** For the summary: only of `fields` when given. */
  errors(fields?: readonly ReportField[]): FieldError[];
  /** Changes with each try, so that the fields are drawn anew. */
  key: string;
}

export function reportView(draft: ReportDraft | null, given: Fields): ReportView {
  const fields = { ...given, ...draft?.fields };
  const issues = draft?.issues ?? [];
  const control = (path: string) => reportControls[path as ReportField] ?? 'words';
  return {
    fields,
    photoIds: draft?.photoIds ?? [],
    text: (name) => one(fields, name) ?? '',
    error: (name) => issues.find((issue) => issue.path === name)?.message,
    errors: (only) =>
      issues
        .filter((issue) => only === undefined || only.includes(issue.path as ReportField))
        .map((issue) => ({ field: control(issue.path), message: issue.message })),
    key: createHash('sha256')
      .update(JSON.stringify([fields, issues, draft?.photoIds]))
      .digest('hex')
      .slice(0, 16),
  };
}
