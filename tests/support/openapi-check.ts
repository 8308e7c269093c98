type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const entries = (value: unknown): [string, unknown][] => Object.entries(isObject(value) ? value : {});

const schemaTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const inside = ['items', 'additionalProperties', 'propertyNames', 'not', 'contains'];
const insideEach = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
/** JSON Schema 2020-12 as far as this document uses it; `nullable` and `example` of OpenAPI 3.0 are not among them. */
const keywords = new Set(
  [
    '$ref $comment title description default examples deprecated readOnly writeOnly type enum const format',
    'minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
    'minItems maxItems uniqueItems properties required minProperties maxProperties patternProperties',
    ...inside,
    ...insideEach,
  ].flatMap((words) => words.split(' ')),
);

type Say = (where: string, what: string) => void;

function checkSchema(schema: unknown, where: string, say: Say): void {
  if (schema === true || schema === false) return;
  if (!isObject(schema)) {
    say(where, 'is no schema');
    return;
  }
  for (const key of Object.keys(schema)) if (!keywords.has(key)) say(where, `has the unknown keyword ${key}`);
  const types = [schema.type ?? []].flat();
  for (const type of types) if (!schemaTypes.includes(String(type))) say(where, `has the unknown type ${type}`);
  if ('enum' in schema && (!Array.isArray(schema.enum) || schema.enum.length === 0)) say(where, 'has an empty enum');
  if (typeof schema.pattern === 'string') {
    try {
      new RegExp(schema.pattern, 'u');
    } catch {
      say(where, `has a pattern that is none: ${schema.pattern}`);
    }
  }
  const names = entries(schema.properties).map(([name]) => name);
  for (const name of list(schema.required)) {
    if (!names.includes(String(name))) say(where, `requires ${name}, which it does not describe`);
  }
  for (const [name, one] of entries(schema.properties)) checkSchema(one, `${where}.${name}`, say);
  for (const key of inside) if (key in schema) checkSchema(schema[key], `${where} ${key}`, say);
  for (const key of insideEach) {
    for (const [n, one] of list(schema[key]).entries()) checkSchema(one, `${where} ${key} ${n}`, say);
  }
}

function checkContent(content: unknown, where: string, say: Say): void {
  if (entries(content).length === 0) say(where, 'has no content');
  for (const [type, media] of entries(content)) {
    if (!/^[a-z]+\/[a-z0-9.+*-]+$/.test(type)) say(where, `has the media type ${type}`);
    checkSchema(isObject(media) ? media.schema : undefined, `${where} ${type}`, say);
  }
}

function checkParameters(operation: Json, path: string, where: string, say: Say): void {
  const seen: string[] = [];
  for (const parameter of list(operation.parameters).map((one) => (isObject(one) ? one : {}))) {
    const name = `${parameter.in} ${parameter.name}`;
    if (!/^(path|query|header|cookie) [\w-]+$/.test(name)) say(where, `has the parameter ${name}`);
    if (seen.includes(name)) say(where, `has ${name} twice`);
    seen.push(name);
    if (parameter.in === 'path' && parameter.required !== true) say(where, `does not require ${name}`);
    checkSchema(parameter.schema, `${where} ${name}`, say);
  }
  const inPath = [...path.matchAll(/\{([^}]*)\}/g)].map((found) => `path ${found[1]}`);
  const told = seen.filter((name) => name.startsWith('path '));
  if (inPath.sort().join() !== told.sort().join()) say(where, `tells of ${told} in a path with ${inPath}`);
}

function checkOperation(operation: Json, path: string, where: string, schemes: string[], say: Say): void {
  checkParameters(operation, path, where, say);
  if (typeof operation.summary !== 'string' || operation.summary === '') say(where, 'has no summary');
  for (const need of list(operation.security)) {
    for (const [scheme] of entries(need)) if (!schemes.includes(scheme)) say(where, `needs the unknown ${scheme}`);
  }
  if (isObject(operation.requestBody)) checkContent(operation.requestBody.content, `${where} body`, say);
  if (where.startsWith('get ') && operation.requestBody) say(where, 'has a body');
  const responses = entries(operation.responses);
  if (responses.length === 0) say(where, 'has no response');
  for (const [status, response] of responses) {
    if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) say(where, `answers ${status}`);
    if (!isObject(response) || typeof response.description !== 'string') say(where, `does not describe ${status}`);
    else if ('content' in response) checkContent(response.content, `${where} ${status}`, say);
  }
}

function checkRefs(value: unknown, document: Json, say: Say): void {
  if (Array.isArray(value)) for (const one of value) checkRefs(one, document, say);
  if (!isObject(value)) return;
  if (typeof value.$ref === 'string') {
    const steps = value.$ref.replace(/^#\//, '').split('/');
    const found = steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document);
    if (found === undefined) say(value.$ref, 'leads nowhere');
  }
  for (const one of Object.values(value)) checkRefs(one, document, say);
}

/** What is not OpenAPI 3.1 in a document, in words; empty when nothing is. */
export function openApiFaults(document: Json): string[] {
  const faults: string[] = [];
  const say: Say = (where, what) => void faults.push(`${where} ${what}`);
  const { info, components } = document;
  if (!/^3\.1\.\d+$/.test(String(document.openapi))) say('openapi', `is ${document.openapi}`);
  if (!isObject(info) || typeof info.title !== 'string' || typeof info.version !== 'string')
    say('info', 'is not whole');
  const schemes = entries(isObject(components) ? components.securitySchemes : {}).map(([name]) => name);
  for (const [name, schema] of entries(isObject(components) ? components.schemas : {})) checkSchema(schema, name, say);
  const shapes = new Set<string>();
  const ids = new Set<unknown>();
  for (const [path, item] of entries(document.paths)) {
    const shape = path.replace(/\{[^}]*\}/g, '{}');
    if (!/^\/\S*$/.test(path) || shapes.has(shape)) say(path, 'is no path of its own');
    shapes.add(shape);
    for (const [method, operation] of entries(item)) {
      const where = `${method} ${path}`;
      if (!['get', 'post', 'put', 'patch', 'delete', 'head', 'options'].includes(method) || !isObject(operation)) {
        say(where, 'is no operation');
        continue;
      }
      if (ids.has(operation.operationId)) say(where, `shares its id ${operation.operationId}`);
      ids.add(operation.operationId);
      checkOperation(operation, path, where, schemes, say);
    }
  }
  checkRefs(document, document, say);
  return faults;
}
