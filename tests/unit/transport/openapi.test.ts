import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '@/lib/kernel/endpoint';
import { routerOf } from '@/lib/transport/match';
import { openApiOf } from '@/lib/transport/openapi';
import { endpointRows } from '@/lib/transport/registry';

const row = (method: 'GET' | 'POST', path: string, input: z.ZodType = z.object({})) =>
  endpoint({
    method,
    path,
    input,
    output: z.object({ ok: z.boolean() }),
    audience: 'anyone',
    summary: path,
    run: async () => ({ ok: true }),
  });

describe('the way to a row', () => {
  const rows = [
    row('GET', '/areas/{code}'),
    row('GET', '/areas/locate'),
    row('POST', '/orders/{code}/actions/{action}'),
    row('POST', '/orders/{code}/actions/claim'),
  ];
  const find = routerOf(rows);

  it('prefers the written word to a place-holder', () => {
    expect(find('GET', ['areas', 'locate'])).toMatchObject({ kind: 'row', row: { path: '/areas/locate' }, params: {} });
    expect(find('GET', ['areas', '3203'])).toMatchObject({ row: { path: '/areas/{code}' }, params: { code: '3203' } });
    expect(find('POST', ['orders', 'PL1', 'actions', 'claim'])).toMatchObject({ params: { code: 'PL1' } });
  });

  it('tells a wrong method from a wrong path', () => {
    expect(find('PUT', ['areas', 'locate'])).toEqual({ kind: 'wrong_method', allow: ['GET'] });
    expect(find('GET', ['areas', 'a', 'b'])).toEqual({ kind: 'nothing' });
    expect(find('GET', [])).toEqual({ kind: 'nothing' });
  });
});

describe('the document', () => {
  it('puts path parts, query and body where they belong', () => {
    const input = z.object({ code: z.string(), version: z.int(), note: z.string().optional() });
    const document = openApiOf([row('POST', '/orders/{code}/actions/note', input), row('GET', '/orders', input)]) as {
      openapi: string;
      paths: Record<string, Record<string, Record<string, unknown>>>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/orders/{code}/actions/note']?.post).toMatchObject({
      parameters: [{ name: 'code', in: 'path', required: true }],
      requestBody: {
        content: { 'application/json': { schema: { properties: { version: {}, note: {} }, required: ['version'] } } },
      },
      responses: { 200: {}, default: {} },
    });
    expect(document.paths['/orders']?.get?.parameters).toMatchObject([
      { name: 'code', in: 'query', required: true },
      { name: 'version', in: 'query', required: true },
      { name: 'note', in: 'query', required: false },
    ]);
  });

  it('describes every row of the program, each under one operation of its own', () => {
    const document = openApiOf(endpointRows) as { paths: Record<string, Record<string, { operationId: string }>> };
    for (const { method, path } of endpointRows) {
      expect(document.paths[path]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
    }
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((op) => op.operationId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document.paths).toHaveProperty('/health');
    expect(document.paths).toHaveProperty('/uploads');
  });
});
