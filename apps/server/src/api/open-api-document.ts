import {
  errorCodes,
  errorSentence,
  errorsOf,
  type Operation,
  operationNames,
  operations,
  problemContentType,
  resources,
  scopes,
  takesIdempotencyKey,
} from '@balcao/contract';
import { z } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { API_PREFIX } from './api-prefix.ts';
import { examples } from './docs/examples.ts';
import { problemSchema } from './docs/problem-schema.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

type Json = Record<string, unknown>;

const about = `Customer service on WhatsApp. Reads are GET with their input in the query, writes are POST with it as JSON.

- **Who asks**: a program sends \`Authorization: Bearer <API key>\`; a person's browser has a session and names the workspace in \`x-workspace\`.
- **Pages**: a list answers \`next\`; ask again with it as \`before\` (or \`after\`, where the list has that) until it is null.
- **Once**: a write with the same \`Idempotency-Key\` and body gets the same answer for 24 hours.
- **Unchanged**: a read carries an \`ETag\`; with it in \`If-None-Match\` the answer is 304 while it says the same.
- **Problems**: application/problem+json with a \`code\` of a closed list and a sentence in the language of \`Accept-Language\` (pt-BR, en, es).
- **Limits**: a minute at a time, told in \`RateLimit-*\`; past them 429 with \`Retry-After\`.`;

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
      description: about,
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
      schemas: { Problem: problemSchema },
    },
  };
}

const resourceOf = (name: string) => name.split('.')[0] as keyof typeof resources; // a name without one does not compile there

const exampleOf = (operation: Operation) => examples[operation.name as keyof typeof operations];

function describe(operation: Operation): Json {
  const isRead = operation.kind === 'read';
  const example = exampleOf(operation);
  return {
    operationId: operation.name,
    summary: operation.summary,
    description: needOf(operation),
    tags: [resourceOf(operation.name)],
    security: securityOf(operation),
    ...asksOf(operation),
    responses: {
      200: {
        description: 'Done',
        headers: isRead ? { ...rateHeaders, ...etagHeader } : rateHeaders,
        content: {
          'application/json': {
            schema: shapeOf(operation.output, 'output'),
            ...(example === undefined ? {} : { example: example.output }),
          },
        },
      },
      ...(isRead ? { 304: { description: 'Nothing has changed since the answer that carried this ETag' } } : {}),
      ...problemsOf(operation),
    },
  };
}

function asksOf(operation: Operation): Json {
  if (operation.kind === 'read') return { parameters: [...queryOf(operation), ifNoneMatch] };
  if (operation.file) return { parameters: queryOf(operation), requestBody: fileBodyOf(operation) };
  const parameters = takesIdempotencyKey(operation) ? { parameters: [idempotencyKey] } : {};
  return { ...parameters, requestBody: bodyOf(operation) };
}

function needOf(operation: Operation): string {
  const { scope } = operation;
  if (scope === 'anyone') return 'Open to anyone: it is how people get in.';
  if (scope === 'person') return 'For a person who is signed in, whatever the workspace. API keys have no part in it.';
  const once =
    ' The answer shows a secret that is kept nowhere, so an Idempotency-Key is ignored: asked again, it makes another.';
  return `Needs the scope \`${scope}\`.${operation.toldOnce ? once : ''}`;
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
  const example = exampleOf(operation)?.input;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema,
    ...(example !== undefined && name in example ? { example: Reflect.get(example, name) } : {}),
  }));
}

function bodyOf(operation: Operation): Json {
  const example = exampleOf(operation);
  const schema = shapeOf(operation.input, 'input');
  return {
    required: true,
    content: { 'application/json': { schema, ...(example === undefined ? {} : { example: example.input }) } },
  };
}

const fileBodyOf = ({ fileTypes = ['application/octet-stream'] }: Operation): Json => ({
  required: true,
  description: 'The file itself; its content says what it is',
  content: Object.fromEntries(fileTypes.map((type) => [type, {}])),
});

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
  description:
    'The same key with the same body within 24 hours gets the same answer, and the work is done once. With another body: `conflict`.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const whole: Json = { schema: { type: 'integer' } };
const rateHeaders: Json = {
  'RateLimit-Limit': { description: 'Requests a minute', ...whole },
  'RateLimit-Remaining': { description: 'What is left of them', ...whole },
  'RateLimit-Reset': { description: 'Seconds until all are there again', ...whole },
};

const etagHeader: Json = { ETag: { description: 'Of what was answered', schema: { type: 'string' } } };

const retryAfterHeader: Json = {
  'Retry-After': { description: 'Seconds after which trying again makes sense', ...whole },
};

/** One answer for each status; codes that share one are told apart by `code`. */
function problemsOf(operation: Operation): Json {
  const byStatus = Map.groupBy(errorsOf(operation), (code) => errorCodes[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${errorSentence(code, 'en')}`).join(' '),
        ...(same.some((code) => 'retryAfter' in errorCodes[code])
          ? { headers: status === 429 ? { ...rateHeaders, ...retryAfterHeader } : retryAfterHeader }
          : {}),
        content: { [problemContentType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
