import type { Json, JsonObject } from '../model.ts';
import { GraphProblem } from './graph-problem.ts';

/** Refuses a value, as Meta does. */
export function refuse(details: string): never {
  throw new GraphProblem(131009, details);
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export function objectOf(value: Json | undefined, name: string): JsonObject {
  if (value === undefined || value === null) throw new GraphProblem(131008, `${name} is required`);
  if (!isObject(value)) throw new GraphProblem(100, `${name} must be an object`);
  return value;
}

export function listOf(value: Json | undefined, name: string): Json[] {
  if (value === undefined || value === null) throw new GraphProblem(131008, `${name} is required`);
  if (!Array.isArray(value)) throw new GraphProblem(100, `${name} must be an array`);
  return value;
}

/** A text that must be there, not empty, and at most so long (in characters as people count them). */
export function requireText(of: JsonObject, key: string, name: string, limit: number): string {
  const value = of[key];
  if (value === undefined || value === null || value === '') throw new GraphProblem(131008, `${name} is required`);
  if (typeof value !== 'string') throw new GraphProblem(100, `Param ${name} must be a string`);
  const length = value.length > limit ? [...value].length : value.length;
  if (length > limit) refuse(`${name} length invalid. Min length: 1, Max length: ${limit}`);
  return value;
}
