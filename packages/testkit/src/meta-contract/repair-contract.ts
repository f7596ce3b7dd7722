type Schema = Record<string, unknown>;
const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `pointer` ending in '/-' appends to an array; missing objects on the way are an error: the file changed, look again. */
export function setAtPointer(document: object, pointer: string, value: unknown): void {
  const steps = pointer.slice(1).split('/');
  const last = steps.pop() ?? '';
  let here: unknown = document;
  for (const step of steps) here = (here as Schema)[step]; // arrays answer to their index as well
  if (Array.isArray(here) && last === '-') here.push(value);
  else if (isObject(here)) here[last] = value;
  else throw new Error(`Meta's contract has nothing at ${pointer}`);
}

/** `additionalProperties: false` inside an allOf refuses its siblings' properties, so no message at all would fit: it is meant for the whole. */
export function openComposedSchemas(node: unknown): void {
  if (Array.isArray(node)) for (const item of node) openComposedSchemas(item);
  if (!isObject(node)) return;
  for (const child of Object.values(node)) openComposedSchemas(child);
  if (!Array.isArray(node['allOf'])) return;
  for (const member of node['allOf']) {
    if (!isObject(member) || member['additionalProperties'] !== false) continue;
    delete member['additionalProperties'];
    node['unevaluatedProperties'] = false;
  }
}

/** JSON Schema knows no discriminator: write it out as if/then, so that the type decides what is checked and errors are readable. */
export function followDiscriminators(schemas: Schema): void {
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isObject(schema) || !isObject(schema['discriminator'])) continue;
    const { propertyName, mapping } = schema['discriminator'];
    if (typeof propertyName !== 'string' || !isObject(mapping)) continue;
    const branches = Object.entries(mapping).map(([word, target]) => ({
      if: { required: [propertyName], properties: { [propertyName]: { const: word } } },
      then: withoutParent(schemas, String(target), name),
    }));
    delete schema['discriminator'];
    if (schema['oneOf'] !== undefined) {
      delete schema['oneOf'];
      schema['required'] = [propertyName];
      schema['properties'] = { [propertyName]: { enum: Object.keys(mapping) } };
    }
    schema['allOf'] = branches;
  }
}

/** A child that includes its parent (allOf) would be checked for ever once the parent looks at its children. */
function withoutParent(schemas: Schema, target: string, parent: string): Schema {
  const child = schemas[target.split('/').at(-1) ?? ''];
  if (!isObject(child) || !Array.isArray(child['allOf'])) return { $ref: target };
  const own = child['allOf'].filter((member) => member?.$ref !== `#/components/schemas/${parent}`);
  return own.length === child['allOf'].length ? { $ref: target } : { allOf: own };
}
