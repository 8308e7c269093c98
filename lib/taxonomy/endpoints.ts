import { z } from 'zod';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { parseEvidenceKinds } from './evidence';
import { listCategories, listItems } from './queries/list-items';

const itemView = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  urgency: z.enum(['U1', 'U2', 'U3', 'U4']),
  /** In the notation of the limits: `15min`, `4wh`, `1wd`, `2h safe; 24h fix`, `shift end`. */
  acceptLimit: z.string(),
  finishLimit: z.string(),
  flags: z.array(z.string()),
  /** Sets of kinds, one of which must be complete. */
  evidence: z.array(z.array(z.string())),
  evidenceZh: z.string(),
  handler: z.string(),
});

export const taxonomyEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/categories',
    summary: '15 categories and 56 items with limits and required evidence. A proposal of this project, no standard.',
    audience: 'anyone',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), items: z.array(itemView) })),
    }),
    run: async (ctx) => {
      const all = await listItems(ctx.db);
      const categories = await listCategories(ctx.db);
      return {
        items: categories.map((category) => ({
          ...category,
          items: all
            .filter((item) => item.categoryCode === category.code)
            .map((item) => ({
              code: item.code,
              nameZh: item.nameZh,
              nameEn: item.nameEn,
              urgency: item.urgency,
              acceptLimit: item.acceptLimit,
              finishLimit: item.finishLimit,
              flags: item.flags,
              evidence: parseEvidenceKinds(item.evidenceKinds),
              evidenceZh: item.evidenceZh,
              handler: item.handler,
            })),
        })),
      };
    },
  }),
];
