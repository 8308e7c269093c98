// Started by scripts/bench.mjs: 坡里 without orders in the file that DATABASE_URL names.
import { makeCommunity } from './community';

await makeCommunity(process.env.DATABASE_URL ?? '');
