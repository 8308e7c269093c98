import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { shelveDraft } from '@/lib/drafts/commands/shelve-draft';
import { sweepDrafts } from '@/lib/drafts/commands/sweep-drafts';
import { listDrafts } from '@/lib/drafts/queries/list-drafts';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import { draft } from '@/lib/drafts/tables';
import { newId } from '@/lib/kernel/ids';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';

const start = Date.parse('2026-11-20T10:00:00+08:00');
const day = 24 * 3_600_000;
const typed = { form: 'report', fields: { words: '楼道灯不亮', photos: ['a', 'b'] } };

let db: TestDatabase;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  db = await testDatabase();
  return () => vi.useRealTimers();
});

describe('a draft', () => {
  it('keeps what was typed under a random id that the table does not hold', async () => {
    const { id } = await saveDraft(db.ctx({ kind: 'anonymous' }), typed);
    expect(Buffer.from(id, 'base64url')).toHaveLength(16);
    expect(await loadDraft(db.ctx(), { id, form: 'report' })).toEqual({ ...typed, photoIds: [] });
    expect(JSON.stringify(await db.engine.reader.select().from(draft))).not.toContain(id);
    expect(await loadDraft(db.ctx(), { id, form: 'rate' })).toBeNull();
    expect(await loadDraft(db.ctx(), { id: `${id}x`, form: 'report' })).toBeNull();
  });

  it('goes on under its id, and never under one that somebody else chose', async () => {
    const { id } = await saveDraft(db.ctx(), typed);
    const again = await saveDraft(db.ctx(), { ...typed, id, fields: { words: '还是不亮' } });
    expect(again.id).toBe(id);
    expect((await loadDraft(db.ctx(), { id, form: 'report' }))?.fields).toEqual({ words: '还是不亮' });
    const planted = await saveDraft(db.ctx(), { ...typed, id: 'planted-by-somebody' });
    expect(planted.id).not.toBe('planted-by-somebody');
    expect((await saveDraft(db.ctx(), { ...typed, form: 'rate', id })).id).not.toBe(id);
  });

  it('is over after 24 hours, after its form was accepted, and is swept', async () => {
    const { id } = await saveDraft(db.ctx(), typed);
    const other = await saveDraft(db.ctx(), typed);
    await deleteDraft(db.ctx(), other);
    expect(await loadDraft(db.ctx(), { id: other.id, form: 'report' })).toBeNull();
    vi.setSystemTime(start + day - 1);
    expect(await loadDraft(db.ctx(), { id, form: 'report' })).not.toBeNull();
    expect(await sweepDrafts(db.ctx())).toEqual({ count: 0, photoIds: [] });
    vi.setSystemTime(start + day);
    expect(await loadDraft(db.ctx(), { id, form: 'report' })).toBeNull();
    expect((await saveDraft(db.ctx(), { ...typed, id })).id).not.toBe(id);
    expect(await sweepDrafts(db.ctx())).toEqual({ count: 1, photoIds: [] });
  });

  it('that was cleared stands ten minutes more, can be brought back, and never lives longer by it', async () => {
    const minute = 60_000;
    const { id } = await saveDraft(db.ctx(), typed);
    expect(await shelveDraft(db.ctx(), { id })).toBe(true);
    vi.setSystemTime(start + 10 * minute - 1);
    expect(await loadDraft(db.ctx(), { id, form: 'report' })).not.toBeNull();
    expect(await saveDraft(db.ctx(), { ...typed, id })).toEqual({ id });
    vi.setSystemTime(start + 20 * minute);
    expect(await loadDraft(db.ctx(), { id, form: 'report' })).not.toBeNull();

    const shelved = Date.now();
    await shelveDraft(db.ctx(), { id });
    vi.setSystemTime(shelved + 9 * minute);
    await shelveDraft(db.ctx(), { id });
    vi.setSystemTime(shelved + 10 * minute);
    expect(await loadDraft(db.ctx(), { id, form: 'report' })).toBeNull();
    expect(await shelveDraft(db.ctx(), { id })).toBe(false);
    expect(await shelveDraft(db.ctx(), { id: 'planted' })).toBe(false);
  });

  it('is listed with others whatever their form, until it is over', async () => {
    const photo = newId();
    const one = await saveDraft(db.ctx(), { ...typed, photoIds: [photo] });
    const other = await saveDraft(db.ctx(), { ...typed, form: 'rate' });
    await saveDraft(db.ctx(), typed);
    const ids = [one.id, other.id, 'planted'];
    const found = await listDrafts(db.ctx(), { ids });
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ ...typed, photoIds: [photo] });
    expect(await listDrafts(db.ctx(), { ids: [] })).toEqual([]);
    vi.setSystemTime(start + day);
    expect(await listDrafts(db.ctx(), { ids })).toEqual([]);
  });

  it('is refused when it is larger than any form', async () => {
    const words = '字'.repeat(30_000);
    await expect(saveDraft(db.ctx(), { form: 'report', fields: { words } })).rejects.toMatchObject({
      code: 'too_large',
      reason: 'draft.too_large',
    });
    expect(await db.engine.reader.select().from(draft)).toEqual([]);
  });
});
