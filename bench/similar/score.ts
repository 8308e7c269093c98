import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCsv } from '@/lib/kernel/csv';
import { likenessOf, type Report } from '@/lib/orders/similar';
