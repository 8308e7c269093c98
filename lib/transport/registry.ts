import { answerEndpoints } from '@/lib/answers/endpoints';
import { deliberationEndpoints } from '@/lib/deliberation/endpoints';
import type { EndpointRow } from '@/lib/kernel/endpoint';
import { letterEndpoints } from '@/lib/letters/endpoints';
import { mediationEndpoints } from '@/lib/mediation/endpoints';
import { orderEndpoints } from '@/lib/orders/endpoints';
import { supervisionEndpoints } from '@/lib/orders/supervision-endpoints';
import { peopleEndpoints } from '@/lib/people/endpoints';
import { placeEndpoints } from '@/lib/places/endpoints';
import { projectEndpoints } from '@/lib/projects/endpoints';
import { roundEndpoints } from '@/lib/rounds/endpoints';
import { routingEndpoints } from '@/lib/routing/endpoints';
import { statsEndpoints } from '@/lib/stats/endpoints';
import { taxonomyEndpoints } from '@/lib/taxonomy/endpoints';
import { apiOf } from './endpoint';

/** Every row of the HTTP contract. A slice joins with one line. */
export const endpointRows: readonly EndpointRow[] = [
  ...peopleEndpoints,
  ...placeEndpoints,
  ...taxonomyEndpoints,
  ...orderEndpoints,
  ...routingEndpoints,
  ...supervisionEndpoints,
  ...deliberationEndpoints,
  ...projectEndpoints,
  ...answerEndpoints,
  ...roundEndpoints,
  ...mediationEndpoints,
  ...letterEndpoints,
  ...statsEndpoints,
];

export const api = apiOf(endpointRows);
