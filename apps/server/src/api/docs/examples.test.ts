import { type Operation, operations } from '@balcao/contract';
import { expect, test } from 'vitest';
import { openApiDocument } from '../index.ts';
import { examples } from './examples.ts';

test.each(Object.entries(examples))('the example of %s is one', (name, { input, output }) => {
  const operation = operations[name as keyof typeof operations];
  expect(operation.input.safeParse(input).error).toBeUndefined();
  expect(operation.output.safeParse(output).error).toBeUndefined();
});

interface Described {
  readonly description: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> };
  readonly responses: Record<string, { readonly description: string; readonly headers?: Record<string, unknown> }>;
}
const { paths } = openApiDocument('https://desk.test') as { paths: Record<string, Record<string, Described>> };
const described = (name: string): Described => {
  const { get, post } = paths[`/api/v1/${name}`] ?? {};
  return (get ?? post) as Described; // one of the two, by the other test of the document
};

test('an Idempotency-Key is described where it works, and nowhere else', () => {
  const takes = (name: string) => described(name).parameters?.some((one) => one.name === 'Idempotency-Key') ?? false;
  for (const name of ['messages.send', 'tickets.claim', 'channels.stop']) expect(takes(name), name).toBe(true);
  for (const name of ['api-keys.create', 'people.invite', 'people.reset-link', 'session.sign-in', 'me.update'])
    expect(takes(name), name).toBe(false);
  for (const name of ['media.upload', 'inbox.list']) expect(takes(name), name).toBe(false);
  expect(described('api-keys.create').description).toContain('Idempotency-Key is ignored');
});

test('a file is described by its media types, a refusal by its status and when to come back', () => {
  expect(Object.keys(described('imports.start').requestBody?.content ?? {})).toContain('text/csv');
  expect(Object.keys(described('media.upload').requestBody?.content ?? {})).toContain('image/*');
  expect(described('messages.send').requestBody?.content['application/json']?.example).toBeDefined();
  for (const [name, operation] of Object.entries(operations) as [string, Operation][]) {
    const { responses } = described(name);
    expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['200', '400', '403', '429', '500', '503']));
    expect('401' in responses, name).toBe(operation.scope !== 'anyone' || operation.errors.some(wantsSignIn));
    expect(Object.keys(responses['429']?.headers ?? {}), name).toContain('Retry-After');
  }
});

const wantsSignIn = (code: string) =>
  ['unauthenticated', 'wrong_credentials', 'wrong_code', 'challenge_over'].includes(code);
