import {
  commonErrors,
  type ErrorCode,
  errorCodes,
  errorSentence,
  type Operation,
  operationNames,
  operations,
  problemContentType,
  resources,
  scopes,
} from '@balcao/contract';
import { z } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { API_PREFIX } from './api-prefix.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

type Json = Record<string, unknown>;

/** OpenAPI 3.1, made from the contract: what is not declared there is not served, and the other way round. */
export function openApiDocument(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of operationNames) {
    const operation: Operation = operations[name];
    paths[`${API_PREFIX}/${name}`] = { [operation.kind === 'read' ? 'get' : 'post']: describe(operation) };
  }
  const tags = [...new Set(operationNames.map(resourceOf))].map((name) => ({ name, description: resources[name] }));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Balcão',
      version: packageFile.version,
      description: 'Customer service on WhatsApp. Reads are GET, writes are POST; every list is paged by key.',
      contact: { name: 'Balcão' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags,
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: `Scopes: ${Object.keys(scopes).join(', ')}` },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: 'The session of a person who signed in',
        },
        workspace: {
          type: 'apiKey',
          in: 'header',
          name: 'x-workspace',
          description: 'In which workspace a person works',
        },
      },
      schemas: { Problem: problem },
    },
  };
}

const resourceOf = (name: string): string => name.split('.')[0] ?? name;

function describe(operation: Operation): Json {
  const asks =
    operation.kind === 'read'
      ? { parameters: [...queryOf(operation), ifNoneMatch] }
      : operation.file
        ? { parameters: queryOf(operation), requestBody: fileBody }
        : { parameters: [idempotencyKey], requestBody: bodyOf(operation) };
  return {
    operationId: operation.name,
    summary: operation.summary,
    description: needOf(operation),
    tags: [resourceOf(operation.name)],
    security: securityOf(operation),
    ...asks,
    responses: {
      200: {
        description: 'Done',
        headers: operation.kind === 'read' ? { ...rateHeaders, ...etagHeader } : rateHeaders,
        content: { 'application/json': { schema: shapeOf(operation.output, 'output') } },
      },
      ...(operation.kind === 'read'
        ? { 304: { description: 'Nothing has changed since the answer that carried this ETag' } }
        : {}),
      ...errorsOf(operation),
    },
  };
}

function needOf({ scope }: Operation): string {
  if (scope === 'anyone') return 'Open to anyone: it is how people get in.';
  if (scope === 'person') return 'For a person who is signed in, whatever the workspace. API keys have no part in it.';
  return `Needs the scope \`${scope}\`.`;
}

function securityOf({ scope }: Operation): Json[] {
  if (scope === 'anyone') return [];
  return scope === 'person' ? [{ session: [] }] : [{ apiKey: [] }, { session: [], workspace: [] }];
}

function shapeOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return shape;
}

function queryOf(operation: Operation): Json[] {
  const shape = shapeOf(operation.input, 'input');
  const required = new Set((shape['required'] as string[] | undefined) ?? []); // JSON Schema's own type
  const properties = (shape['properties'] ?? {}) as Record<string, Json>;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema,
  }));
}

const bodyOf = (operation: Operation): Json => ({
  required: true,
  content: { 'application/json': { schema: shapeOf(operation.input, 'input') } },
});

const fileBody: Json = {
  required: true,
  description: 'The file itself',
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

const ifNoneMatch: Json = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an earlier answer',
  schema: { type: 'string' },
};

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same body within 24 hours gets the same answer, and the work is done once.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const whole: Json = { schema: { type: 'integer' } };
const rateHeaders: Json = {
  'RateLimit-Limit': { description: 'Requests a minute', ...whole },
  'RateLimit-Remaining': { description: 'What is left of them', ...whole },
  'RateLimit-Reset': { description: 'Seconds until all are there again', ...whole },
};

const etagHeader: Json = { ETag: { description: 'Of what was answered', schema: { type: 'string' } } };

/** One answer for each status; codes that share one are told apart by `code`. */
function errorsOf(operation: Operation): Json {
  const codes: ErrorCode[] = [...commonErrors, ...operation.errors];
  if (operation.kind === 'write' && !codes.includes('conflict')) codes.push('conflict');
  if (operation.kind === 'write') codes.push('too_large');
  const byStatus = Map.groupBy(codes, (code) => errorCodes[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${errorSentence(code, 'en')}`).join(' '),
        content: { [problemContentType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string', description: 'A sentence for people, in the language of Accept-Language' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errorCodes) },
    detail: { type: 'string', description: 'For developers' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'problem'],
        properties: { path: { type: 'string' }, problem: { type: 'string' } },
      },
    },
    retryAfter: { type: 'integer' },
    holder: {
      type: 'object',
      description: 'With `already_claimed`: who has it',
      required: ['id', 'name'],
      properties: { id: { type: 'string' }, name: { type: 'string' } },
    },
  },
};
