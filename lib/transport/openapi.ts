import { type ZodType, z } from 'zod';
import type { EndpointRow } from '@/lib/kernel/endpoint';
import { programVersion } from './version';

type Json = Record<string, unknown>;

const schemaOf = (schema: ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Fields may be added to answers; a caller who generates code of this document must not break then.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }) as Json;
  return json;
};

const pathParams = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');

/** The fields of an input, of all its variants where it is a choice; required only where every variant wants it. */
function fieldsOf(json: Json): { properties: Json; required: string[] } {
  const variants = (json.anyOf ?? json.oneOf) as Json[] | undefined;
  if (variants) {
    const all = variants.map(fieldsOf);
    return {
      properties: Object.assign({}, ...all.map((one) => one.properties)),
      required: (all[0]?.required ?? []).filter((name) => all.every((one) => one.required.includes(name))),
    };
  }
  return { properties: (json.properties ?? {}) as Json, required: (json.required ?? []) as string[] };
}

/** A write's key may stand in the header, so the body need not have it. */
const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Stands for a `clientId` that the body does not name: the same key again gives the first answer',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' },
};

const content = (schema: Json, type = 'application/json') => ({ [type]: { schema } });

/** A parameter's own words, which tools show and a schema's they mostly do not. */
const describedAs = (schema: unknown): Json => {
  const { description } = (schema ?? {}) as Json;
  return description ? { description } : {};
};

function inputOf(row: EndpointRow): Json {
  const json = schemaOf(row.input, 'input');
  const { properties, required } = fieldsOf(json);
  const inPath = pathParams(row.path);
  const parameter = (name: string, where: 'path' | 'query' | 'header') => ({
    name: where === 'header' ? (row.headers?.[name] ?? name) : name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...describedAs(properties[name]),
    schema: properties[name] ?? { type: 'string' },
  });
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const inPathParameters = inPath.map((name) => parameter(name, 'path'));
  if (row.method === 'GET') {
    const inOthers = rest.map((name) => parameter(name, row.headers?.[name] ? 'header' : 'query'));
    return { parameters: [...inPathParameters, ...inOthers] };
  }
  const keyed = rest.includes('clientId');
  const said = new Map(Object.entries(row.fields ?? {}).map(([from, to]) => [to, from]));
  const body =
    json.anyOf || json.oneOf
      ? json
      : {
          ...json,
          properties: Object.fromEntries(rest.map((name) => [said.get(name) ?? name, properties[name]])),
          required: required.filter((name) => rest.includes(name) && name !== 'clientId'),
        };
  return {
    parameters: [...inPathParameters, ...(keyed ? [idempotencyKey] : [])],
    requestBody: { required: true, content: content(body) },
  };
}

const problemRef = { $ref: '#/components/schemas/Problem' };
const failure = { description: 'A problem (RFC 9457)', content: content(problemRef, 'application/problem+json') };

function operationOf(row: EndpointRow): Json {
  return {
    summary: row.summary,
    operationId: `${row.method.toLowerCase()}${row.path.replace(/[^a-z0-9]+(\w?)/gi, (_, next: string) => next.toUpperCase())}`,
    security: row.audience === 'anyone' ? [{}, { bearer: [] }, { cookie: [] }] : [{ bearer: [] }, { cookie: [] }],
    ...inputOf(row),
    responses: {
      [row.status ?? 200]: { description: 'Done', content: content(schemaOf(row.output, 'output')) },
      default: failure,
    },
  };
}

const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'reason', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'In the reader’s language' },
    reason: { type: 'string', description: 'Stable name of what happened', examples: ['order.already_claimed'] },
    requestId: { type: 'string' },
    version: { type: 'integer', description: 'With 409: the version that stands now' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'reason', 'message'],
        properties: { path: { type: 'string' }, reason: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const filePost = (summary: string, name: string, properties: Json): Json => ({
  post: {
    summary,
    operationId: `post${name}`,
    security: [{}, { bearer: [] }, { cookie: [] }],
    requestBody: {
      required: true,
      content: content(
        { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
        'multipart/form-data',
      ),
    },
    responses: {
      201: {
        description: 'Kept',
        content: content({ type: 'object', required: Object.keys(properties), properties }),
      },
      default: failure,
    },
  },
});

/** What has a route of its own and is no row: a file, and the state of the machine. */
const ownRoutes: Json = {
  '/uploads': filePost(
    'Keep one photo: JPEG, PNG or WebP up to 8 MB; re-encoded, position and EXIF removed',
    'Uploads',
    {
      id: { type: 'string' },
      width: { type: 'integer' },
      height: { type: 'integer' },
    },
  ),
  '/documents': filePost('Keep one document of staff: PDF up to 10 MB, as it is', 'Documents', {
    id: { type: 'string' },
    name: { type: 'string' },
    bytes: { type: 'integer' },
    sha256: { type: 'string' },
  }),
  '/stream': {
    get: {
      summary: 'Server-sent events of what the caller may see, about a second after they were done',
      description:
        'Event `order`: a step of an order that the caller sees. `pool`: what a volunteer may take is another list now. `reset`: too much was missed, load anew. `end`: the session is over. An event may come twice, under the same id. A line of comment every 25 seconds.',
      operationId: 'getStream',
      tags: ['Orders'],
      parameters: [
        {
          name: 'Last-Event-ID',
          in: 'header',
          description: 'The id of the last event that arrived: what was missed since comes first',
          schema: { type: 'string' },
        },
        { name: 'after', in: 'query', description: 'The same, for a first connection', schema: { type: 'string' } },
      ],
      responses: {
        200: { description: 'The stream', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        default: failure,
      },
    },
  },
  '/health': {
    get: {
      summary: 'Whether the program is ready; 503 when it is not',
      operationId: 'getHealth',
      security: [{}],
      responses: {
        200: {
          description: 'Ready',
          content: content({
            type: 'object',
            required: ['status', 'engine', 'migrations', 'version'],
            properties: {
              status: { enum: ['ok', 'unavailable'] },
              engine: { enum: ['sqlite', 'postgres'] },
              migrations: {
                type: ['object', 'null'],
                properties: { applied: { type: 'integer' }, expected: { type: 'integer' } },
              },
              version: { type: 'string' },
            },
          }),
        },
        503: { description: 'Not ready; the same body' },
      },
    },
  },
};

/** The OpenAPI 3.1 document of the rows, from the schemas that check the requests. */
export function openApiOf(rows: readonly EndpointRow[]): Json {
  const paths: Record<string, Json> = {};
  for (const row of rows) {
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: operationOf(row) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '坡有说法 · 红色网格', version: programVersion() },
    servers: [{ url: '/api/v1' }],
    paths: { ...paths, ...ownRoutes },
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token of POST /login, or an API key' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
  };
}
