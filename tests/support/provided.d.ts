import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated, otherwise empty database that each test gets a copy of (tests/support/database.ts). */
    templateUrl: string;
  }
}
