import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Problem } from './editor-handle.ts';

/** Places of the server as places of the text, which may have become shorter since. */
export function toDiagnostics(doc: Text, problems: readonly Problem[]): Diagnostic[] {
  const at = (line: number, column: number): number => {
    if (line > doc.lines) return doc.length;
    const found = doc.line(Math.max(1, line));
    return Math.min(found.from + Math.max(0, column - 1), found.to);
  };
  return problems.map((problem): Diagnostic => {
    const from = at(problem.line, problem.column);
    const end = at(problem.endLine, problem.endColumn);
    // A mistake of many lines is marked where it begins: half a page in red helps nobody.
    const to = problem.endLine > problem.line ? at(problem.line, 10_000) : end;
    return { from, to: Math.max(from, to), severity: problem.severity, message: problem.text };
  });
}
