import { Fault } from '../errors.ts';
import { mask } from './mask.ts';

/** What may be recorded of an error that is not ours: never `detail`, `where`, `input` and the like, which quote what people wrote. */
const harmless = [
  'code',
  'errno',
  'syscall',
  'port',
  'phase',
  'reason',
  'severity',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
];
const maxErrors = 5;
const maxFrames = 30;

/** An error as it may be recorded: its class, what it says without what it quotes, where it came from, and why. */
export function maskError(error: Error, maskInner: (value: unknown) => unknown): Record<string, unknown> {
  const masked: Record<string, unknown> = { type: mask(String(error.name)), message: maskMessage(error) };
  for (const name of harmless) {
    const value = (error as unknown as Record<string, unknown>)[name]; // any error may have any property
    if (typeof value === 'string' || typeof value === 'number')
      masked[name] = typeof value === 'string' ? mask(value) : value;
  }
  if (error instanceof Fault && Object.keys(error.data).length > 0) masked.data = maskInner(error.data);
  const issues = (error as { issues?: unknown }).issues; // zod's
  if (Array.isArray(issues)) masked.issues = issues.slice(0, maxErrors * 2).map(maskIssue);
  const stack = frames(error);
  if (stack !== '') masked.stack = stack;
  if (error.cause !== undefined) masked.cause = maskInner(error.cause);
  if (error instanceof AggregateError)
    masked.errors = error.errors.slice(0, maxErrors).map((e: unknown) => maskInner(e));
  return masked;
}

function maskMessage(error: Error): string {
  const message = String(error.message).slice(0, 16 * 1024);
  // A Fault about somebody else's error may repeat what that one quotes.
  if (error instanceof Fault && !(error.cause instanceof Error)) return mask(message);
  if (Array.isArray((error as { issues?: unknown }).issues)) return 'Not of the expected shape.';
  if (error instanceof SyntaxError)
    return mask(message.replace(/,[^]*(?= is not valid JSON$)/, '').replace(/["'][^]*["']/, '"…"'));
  return unquote(mask(message));
}

/** PostgreSQL and Node quote the offending value; names of tables, columns and files are quoted too and stay. */
function unquote(message: string): string {
  return message
    .replace(/: ".*$/s, ': […]')
    .replace(/"[^"]*"/g, (quoted) => (/^"[A-Za-z_][\w.]*"$/.test(quoted) ? quoted : '[…]'))
    .replace(/'[^']*'/g, (quoted) => (/^'[\w./:@$-]*'$/.test(quoted) ? quoted : '[…]'))
    .slice(0, 2_000);
}

/** Only lines that are frames: the first lines of a stack repeat the message, which may have lines of its own that look like anything. */
function frames(error: Error): string {
  if (typeof error.stack !== 'string') return '';
  const message = String(error.message);
  const from = message === '' ? 0 : error.stack.indexOf(message) + message.length;
  const lines = error.stack.slice(Math.max(0, from), from + 16 * 1024).split('\n');
  return mask(
    lines
      .filter((line) => /^ {4}at [^"']{1,300}(?::\d+:\d+\)?|<anonymous>\)?|native\))$/.test(line))
      .slice(0, maxFrames)
      .join('\n'),
  );
}

function maskIssue(issue: { code?: unknown; path?: unknown } | null): unknown {
  return {
    code: mask(String(issue?.code)),
    path: Array.isArray(issue?.path) ? mask(issue.path.map(String).join('.')) : '',
  };
}
