import { type Expression, parseExpression } from './parse-expression.ts';
import { asText, asTruth, type Scope, type Value } from './values.ts';

type Part = string | Expression;

const readTemplates = new Map<string, readonly Part[]>();
const readExpressions = new Map<string, Expression>();
const KEPT_AT_MOST = 5_000;

/** Sources never change their meaning, so what was read is kept; all go when there are too many. */
function keep<T>(kept: Map<string, T>, source: string, read: (source: string) => T): T {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const made = read(source);
  if (kept.size >= KEPT_AT_MOST) kept.clear();
  kept.set(source, made);
  return made;
}

/** Every `{{ … }}` of a template, with where its inside begins. */
export function holesOf(template: string): { source: string; from: number; to: number; inside: number }[] {
  return [...template.matchAll(/\{\{([^{}]{1,500})\}\}/g)].map((match) => {
    const source = match[1] ?? '';
    return { source, from: match.index, to: match.index + match[0].length, inside: match.index + 2 };
  });
}

function partsOf(template: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const hole of holesOf(template)) {
    parts.push(template.slice(at, hole.from), expressionOr(hole.source, template.slice(hole.from, hole.to)));
    at = hole.to;
  }
  parts.push(template.slice(at));
  return parts.filter((part) => part !== '');
}

/** A version of before could hold what cannot be read: a name of no group is nothing, all else stays as it was written. */
function expressionOr(source: string, written: string): Part {
  try {
    return parseExpression(source);
  } catch {
    return /^\s*[a-z]+\.[a-z0-9_]+\s*$/i.test(source) ? '' : written;
  }
}

/** Fills a template in. What it brings in is never filled in again. */
export function fill(template: string, scope: Scope, dress: (text: string) => string = (text) => text): string {
  if (!template.includes('{{')) return template;
  const parts = keep(readTemplates, template, partsOf);
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : dress(asText(part(scope)));
  return text;
}

/** An expression that cannot be read is nothing, and so not true: parsing told of it before. */
export function evaluate(source: string, scope: Scope): Value {
  return keep(readExpressions, source, readOrNothing)(scope);
}

function readOrNothing(source: string): Expression {
  try {
    return parseExpression(source);
  } catch {
    return () => null;
  }
}

export const holds = (source: string, scope: Scope): boolean => asTruth(evaluate(source, scope));
