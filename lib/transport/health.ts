import { engineKind } from '@/db/dialect';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { logUnexpected } from './log';
import { type MigrationsState, migrationsState } from './migrations-state';
import { type Runtime, runtime } from './runtime';
import { programVersion } from './version';

export interface Health {
  status: 'ok' | 'unavailable';
  engine: 'sqlite' | 'postgres';
  migrations: MigrationsState | null;
  version: string;
}

/** Ready = the database answers and has every migration of this version. Says nothing else about the machine. */
export async function health(open: () => Promise<Runtime> = runtime): Promise<Health> {
  try {
    const { engine } = await open();
    const migrations = await migrationsState(engine);
    const status = migrations.applied === migrations.expected ? 'ok' : 'unavailable';
    return { status, engine: engine.kind, migrations, version: programVersion() };
  } catch (error) {
    if (!isDomainError(error)) logUnexpected(error, newId());
    return { status: 'unavailable', engine: engineKind, migrations: null, version: programVersion() };
  }
}
