import type { Operation } from '@balcao/contract';
import { z } from 'zod';

/** The part of JSON Schema that zod writes. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** An id for the name of a field: `ticketId`, `memberIds`, or for `id` what the operation is about. */
export type IdFor = (field: string) => string;

const MOST = 40;

/**
 * Inputs of an operation that name somebody's ids wherever it takes an id: the least it takes, then each optional field and each
 * alternative once.
 */
export function writeInputs(operation: Operation, idFor: IdFor): unknown[] {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const found = new Map<string, unknown>();
  const keep = (input: unknown) => found.set(JSON.stringify(input), input);
  for (const branch of branchesOf(schema)) {
    const writer = { root: schema, idFor, turn: 0 };
    const least = write(branch, '', writer, []);
    keep(least);
    const optional = Object.keys(branch.properties ?? {}).filter((name) => !branch.required?.includes(name));
    for (const name of optional) keep(write(branch, '', writer, [name]));
    if (optional.length > 1) keep(write(branch, '', writer, optional));
    for (let turn = 1; turn < 12; turn++) keep(write(branch, '', { ...writer, turn }, []));
  }
  return [...found.values()].slice(0, MOST);
}

const branchesOf = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? [schema];

interface Writer {
  readonly root: Schema;
  readonly idFor: IdFor;
  /** Which of several alternatives: the next one each turn. */
  readonly turn: number;
}

function write(schema: Schema, name: string, writer: Writer, optional: readonly string[]): unknown {
  if (schema.$ref !== undefined) {
    const named = writer.root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return named === undefined ? {} : write(named, name, writer, optional);
  }
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[writer.turn % schema.enum.length];
  const branches = branchesOf(schema);
  if (branches.length > 1 || schema.anyOf || schema.oneOf)
    return write(branches[writer.turn % branches.length] ?? {}, name, writer, optional);
  if (schema.type === 'object' || schema.properties !== undefined) return writeObject(schema, writer, optional);
  if (schema.type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
      write(schema.items ?? {}, name.replace(/s$/, ''), writer, []),
    );
  return writeScalar(schema, name, writer);
}

function writeObject(schema: Schema, writer: Writer, optional: readonly string[]): Record<string, unknown> {
  const names = Object.keys(schema.properties ?? {});
  const wanted = names.filter((name) => schema.required?.includes(name) || optional.includes(name));
  return Object.fromEntries(wanted.map((name) => [name, write(schema.properties?.[name] ?? {}, name, writer, [])]));
}

function writeScalar(schema: Schema, name: string, writer: Writer): unknown {
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  if (schema.type !== 'string') return {};
  if (schema.format === 'uuid' || schema.pattern?.includes('[0-9a-f]{8}-')) return writer.idFor(name);
  if (schema.format === 'date-time') return '2031-05-01T12:00:00Z';
  if (schema.format === 'date') return '2031-05-01';
  if (schema.format === 'email') return 'pessoa@exemplo.test';
  if (schema.format === 'uri') return 'https://exemplo.test/';
  if (schema.contentEncoding === 'base64' || schema.format === 'base64') return 'QUJD';
  if (name === 'p256dh') return `B${'A'.repeat(86)}`;
  if (name === 'auth') return 'A'.repeat(22);
  if (schema.pattern?.startsWith('^\\d')) return '1234567890';
  return 'abc'.padEnd(schema.minLength ?? 0, 'c');
}
