import { z } from 'zod';
import { assistantPart, flowFile, shapes } from '../flow.ts';
import { nearest } from './nearest.ts';
import type { Finding, Path } from './problem.ts';

const section = z.strictObject({
  start: z.string().min(1).max(64),
  steps: z.record(z.string().min(1).max(64), z.unknown()),
});

/** The file around its steps. */
const frame = z.strictObject({
  ...flowFile.shape,
  assistant: assistantPart.optional(),
  steps: z.record(z.string().min(1).max(64), z.unknown()),
  sections: z.record(z.string().regex(/^[^/]{1,60}$/), section).optional(),
});

type StepKind = keyof typeof shapes;
const kinds = Object.keys(shapes) as StepKind[]; // the keys of a const object are its type's

/** What does not have the shape of a flow. Each step is judged by the shape its own word asks for: a union's error would say nothing useful. */
export function shapeFindings(raw: unknown): Finding[] {
  if (!isRecord(raw)) return [{ kind: 'not_mapping', path: [] }];
  const whole = frame.safeParse(raw);
  const findings = whole.success ? [] : whole.error.issues.flatMap((issue) => findingsOf(issue, [], frame, raw));
  for (const { steps, path } of stepLists(raw))
    for (const [name, body] of Object.entries(steps)) findings.push(...stepFindings(body, [...path, name]));
  return findings;
}

/** The steps of the file and of each of its sections. */
export function stepLists(raw: Readonly<Record<string, unknown>>): { steps: Record<string, unknown>; path: Path }[] {
  const lists: { steps: Record<string, unknown>; path: Path }[] = [];
  if (isRecord(raw.steps)) lists.push({ steps: raw.steps, path: ['steps'] });
  if (isRecord(raw.sections))
    for (const [name, part] of Object.entries(raw.sections))
      if (isRecord(part) && isRecord(part.steps)) lists.push({ steps: part.steps, path: ['sections', name, 'steps'] });
  return lists;
}

function stepFindings(body: unknown, path: Path): Finding[] {
  if (!isRecord(body)) return [{ kind: 'step_not_mapping', path, on: 'key' }];
  const found = kinds.filter((kind) => Object.hasOwn(body, kind));
  const [kind] = found;
  if (kind === undefined) {
    const [first] = Object.keys(body);
    const hint = first === undefined ? undefined : nearest(first, kinds);
    return [{ kind: 'step_without_kind', path, on: 'key', params: { kinds: kinds.join(', '), nearest: hint ?? '' } }];
  }
  if (found.length > 1) return [{ kind: 'step_of_two_kinds', path, on: 'key', params: { kinds: found.join(', ') } }];
  const result = shapes[kind].safeParse(body);
  return result.success ? [] : result.error.issues.flatMap((issue) => findingsOf(issue, path, shapes[kind], body));
}

function findingsOf(issue: z.core.$ZodIssue, prefix: Path, schema: z.ZodType, value: unknown): Finding[] {
  const within = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const path = [...prefix, ...within];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => {
        const hint = nearest(field, fieldsAt(schema, within));
        return { kind: 'unknown_field', path: [...path, field], on: 'key', params: { field, nearest: hint ?? '' } };
      });
    case 'invalid_type':
      if (valueAt(value, within) === undefined)
        return [
          { kind: 'missing_field', path: path.slice(0, -1), on: 'key', params: { field: String(path.at(-1) ?? '') } },
        ];
      return [{ kind: 'wrong_type', path, params: { expected: issue.expected } }];
    case 'too_big':
      return [{ kind: 'too_long', path, params: { most: Number(issue.maximum) } }];
    case 'too_small':
      return [{ kind: 'too_few', path, params: { least: Number(issue.minimum) } }];
    case 'invalid_value':
      if (valueAt(value, within) === undefined)
        return [
          { kind: 'missing_field', path: path.slice(0, -1), on: 'key', params: { field: String(path.at(-1) ?? '') } },
        ];
      return [{ kind: 'not_one_of', path, params: { values: issue.values.map(String).join(', ') } }];
    default:
      return [{ kind: 'wrong_value', path }];
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (isRecord(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined),
    value,
  );
}

/** The names a mapping may have at this place, for "did you mean". */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const key of path) {
    at = unwrapped(at);
    if (at instanceof z.ZodObject) at = at.shape[key];
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
  }
  at = unwrapped(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

const unwrapped = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
