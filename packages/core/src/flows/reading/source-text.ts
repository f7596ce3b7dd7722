import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { ErrorKind, Finding, FlowProblem, Path, Place } from './problem.ts';

/** A flow's file as it was written: what it holds, and where each thing of it stands. */
export interface SourceText {
  readonly raw: unknown;
  readonly problems: readonly FlowProblem[];
  problem(finding: Finding, severity: FlowProblem['severity']): FlowProblem;
  placeOf(path: Path, on?: 'key' | 'value'): Place;
}

export const MAX_SOURCE = 262_144;
const ALIASES = 50;

const yamlKinds: Readonly<Record<string, ErrorKind>> = {
  BAD_INDENT: 'yaml_indent',
  TAB_AS_INDENT: 'yaml_tab',
  DUPLICATE_KEY: 'yaml_duplicate',
  MISSING_CHAR: 'yaml_quote',
};

export function readSource(source: string): SourceText {
  const lines = new LineCounter();
  const document = parseDocument(source.slice(0, MAX_SOURCE), { lineCounter: lines, uniqueKeys: true });
  const placeAt = (from: number, to: number): Place => {
    const [start, end] = [lines.linePos(from), lines.linePos(Math.max(from, to))];
    return { line: start.line || 1, column: start.col || 1, endLine: end.line || 1, endColumn: end.col || 1 };
  };
  const placeOf = (path: Path, on: 'key' | 'value' = 'value', part?: Finding['part']): Place => {
    const [from, to] = rangeOf(document, path, on) ?? [0, 0];
    if (part !== undefined && sameText(source.slice(from, to), document, path))
      return placeAt(from + quoteOf(source, from) + part.from, from + quoteOf(source, from) + part.to);
    return placeAt(from, to);
  };
  const problem = ({ kind, path, params = {}, on, part }: Finding, severity: FlowProblem['severity']): FlowProblem => ({
    severity,
    kind,
    path,
    params,
    place: placeOf(path, on, part),
  });
  const problems = document.errors.map((error): FlowProblem => {
    const place = placeAt(error.pos[0], error.pos[1]);
    const kind = yamlKinds[error.code] ?? 'yaml';
    return { severity: 'error', kind, path: [], params: { detail: error.message.split('\n')[0] ?? '' }, place };
  });
  if (source.length > MAX_SOURCE) problems.push(problem({ kind: 'too_large', path: [] }, 'error'));
  return { raw: problems.length > 0 ? undefined : contentOf(document, problems, problem), problems, problem, placeOf };
}

/** A file that blows itself up by naming itself again and again is refused like any other mistake. */
function contentOf(document: Document, problems: FlowProblem[], problem: SourceText['problem']): unknown {
  try {
    return document.toJS({ maxAliasCount: ALIASES });
  } catch {
    problems.push(problem({ kind: 'too_large', path: [] }, 'error'));
    return undefined;
  }
}

/** The deepest part of the path that is there. */
function rangeOf(document: Document, path: Path, on: 'key' | 'value'): [number, number] | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const found = nodeAt(document, path.slice(0, depth), depth < path.length ? 'key' : on);
    if (found?.range) return [found.range[0], found.range[1]];
  }
  return undefined;
}

function nodeAt(document: Document, path: Path, on: 'key' | 'value'): Node | undefined {
  const name = path.at(-1);
  if (on === 'key' && typeof name === 'string') {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === name);
      if (isNode(pair?.key)) return pair.key;
    }
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

/** Only in a text written on one line, as it is, do characters of the value stand where they stand in the file. */
function sameText(written: string, document: Document, path: Path): boolean {
  const value: unknown = document.getIn(path);
  return typeof value === 'string' && written.replace(/^["']|["']$/g, '') === value;
}

const quoteOf = (source: string, at: number): number => (/["']/.test(source[at] ?? '') ? 1 : 0);
