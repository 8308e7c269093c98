import { inject } from 'vitest';

// `#dialect` binds at import to the engine that DATABASE_URL names, and setup files run before the test's imports.
process.env.DATABASE_URL = inject('templateUrl');
