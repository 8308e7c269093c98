import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateTemplate } from './migrate-template';

/** Vitest global setup: one migrated SQLite file that each test copies. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'poyou-sqlite-'));
  const url = `file:${path.join(folder, 'template.db')}`;
  migrateTemplate('sqlite', url);
  project.provide('templateUrl', url);
  return () => rmSync(folder, { recursive: true, force: true });
}
