/** The part of JSON Schema that the contract uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
}

/** Things that several operations speak of: each is written once, under a name of its own. */
export interface Named {
  nameFor(text: string, wanted: readonly string[]): string;
}

const WORTH_A_NAME = 5;
const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

export const pascal = (text: string): string =>
  text
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

/** A schema as TypeScript that one likes to read in a hover. `path`: where it stands, outermost first. */
export function writeType(schema: Schema, path: readonly string[], named: Named): string {
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return [...new Set(branches.map((one) => writeType(one, path, named)))].join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((one: string) => scalars[one] ?? 'unknown').join(' | ');
  if (schema.type === 'array') {
    const item = writeType(schema.items ?? {}, path, named);
    return /^[A-Za-z]+$/.test(item) ? `${item}[]` : `Array<${item}>`;
  }
  if (schema.type === 'object') return writeObject(schema, path, named);
  if (schema.format === 'date-time') return 'Time';
  if (schema.pattern?.startsWith('^[0-9a-f]{8}-')) return 'Id';
  return scalars[String(schema.type)] ?? 'unknown';
}

function writeObject(schema: Schema, path: readonly string[], named: Named): string {
  const { properties, additionalProperties: others } = schema;
  if (properties === undefined)
    return `Record<string, ${typeof others === 'object' ? writeType(others, path, named) : 'unknown'}>`;
  const fields = Object.entries(properties).map(([name, one]) => {
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    const may = schema.required?.includes(name) ? '' : '?';
    return `${key}${may}: ${writeType(one, [...path, singular(name)], named)};`;
  });
  if (fields.length === 0) return 'Record<string, never>';
  if (path.length < 2 || fields.length < WORTH_A_NAME) return `{ ${fields.join(' ')} }`;
  const [resource = '', ...inner] = path;
  const variant = properties['kind']?.const;
  const last = `${typeof variant === 'string' ? pascal(variant) : ''}${pascal(inner.at(-1) ?? '')}`;
  const owner = pascal(singular(resource));
  return named.nameFor(`{\n${fields.map((field) => `  ${field}\n`).join('')}}`, [
    last.startsWith(owner) || typeof variant === 'string' ? last : owner + last,
    owner + inner.map(pascal).join(''),
  ]);
}
