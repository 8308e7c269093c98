import type { TestProject } from 'vitest/node';
import { migrateTemplate } from './migrate-template';
import { startPostgres } from './postgres-server';

/** Vitest global setup: a real PostgreSQL for this run, with one migrated database that each test copies. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  try {
    await server.createDatabase('template_poyou');
    const url = server.urlOf('template_poyou');
    migrateTemplate('postgres', url);
    project.provide('templateUrl', url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}
