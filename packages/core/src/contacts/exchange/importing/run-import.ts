import type { DbCtx, Tx } from '@balcao/db';
import { inWorkspace, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { type Actor, Fault } from '@balcao/kernel';
import { record } from '../../../ledger/index.ts';
import type { ContactField } from '../../fields/field.ts';
import { listFields } from '../../fields/list-fields.ts';
import { forgetParts } from '../parts/part-writer.ts';
import type { Line } from '../reading/line.ts';
import { readLines } from '../reading/read-lines.ts';
import { type ContactImport, endOne, getOne, type ImportPlan, keepErrors, lockOne, moveOn } from './import-rows.ts';
import { type LineProblem, type ReadLine, readLine } from './read-line.ts';
import { storeDrafts } from './store-drafts.ts';

const LINES_AT_ONCE = 500;
const TRIES = 4;

interface Running {
  readonly ctx: WorkspaceCtx;
  readonly id: string;
  readonly plan: ImportPlan;
  readonly headers: readonly string[];
  readonly fields: ReadonlyMap<string, ContactField>;
}

/**
 * Brings the file in, some hundred lines in each transaction, and keeps in the same transaction how far it is: whoever goes on after
 * a crash, or beside somebody else, brings no line in twice. False when it was stopped before its end.
 */
export async function runImport(base: DbCtx, workspaceId: string, id: string, signal: AbortSignal): Promise<boolean> {
  const plain = inWorkspace(base, workspaceId);
  const { found, fields } = await withWorkspace(plain, async (tx) => {
    return { found: await tx.one<ContactImport>(getOne, [id]), fields: await listFields(tx) };
  });
  if (found === undefined || found.state !== 'running' || found.plan === null) return true;
  const ctx = { ...plain, actor: actorOf(found) };
  const { headers } = found.format;
  const running = { ctx, id, plan: found.plan, headers, fields: new Map(fields.map((one) => [one.id, one])) };
  try {
    let chunk: Line[] = [];
    for await (const line of readLines(ctx, id, found.format)) {
      if (line.line <= found.line || line.line === 1) continue;
      if (!line.broken && line.cells.every((cell) => cell.trim() === '')) continue;
      chunk.push(line);
      if (chunk.length < LINES_AT_ONCE) continue;
      if (!(await storeChunk(running, chunk))) return true;
      chunk = [];
      if (signal.aborted) return false;
    }
    if (chunk.length > 0 && !(await storeChunk(running, chunk))) return true;
    await finish(running, 'done', null);
  } catch (error) {
    const lasting = error instanceof Fault && ['unreadable_file', 'over_limit', 'invalid_input'].includes(error.code);
    if (!lasting) throw error;
    await finish(running, 'failed', error.code);
  }
  return true;
}

export const actorOf = ({ actorKind, actorId }: { actorKind: string; actorId: string | null }): Actor => ({
  kind: actorKind as Actor['kind'], // what an actor wrote
  ...(actorId === null ? {} : { id: actorId }),
});

/** False when it is not to go on: cancelled, or finished by somebody else. */
async function storeChunk(running: Running, lines: readonly Line[]): Promise<boolean> {
  for (let stored = await storeSome(running, lines); stored !== 'all'; stored = await storeSome(running, lines))
    if (stored === 'stop') return false;
  return true;
}

async function storeSome(running: Running, lines: readonly Line[]): Promise<Stored> {
  for (let tried = 1; ; tried++) {
    try {
      return await withWorkspace(running.ctx, (tx) => storeLines(tx, running, lines));
    } catch (error) {
      if (tried === TRIES || !(error instanceof Fault) || error.code !== 'conflict') throw error;
    }
  }
}

type Stored = 'all' | 'some' | 'stop';

/**
 * As many of the lines as no two are of one person, in a few statements: who has a thousand lines holds nobody's row for longer than
 * anybody else, so that their messages come in meanwhile.
 */
async function storeLines(
  tx: Tx,
  { ctx, id, plan, headers, fields }: Running,
  lines: readonly Line[],
): Promise<Stored> {
  const now = await tx.one<ContactImport>(lockOne, [id]);
  if (now === undefined || now.state !== 'running') return 'stop';
  const left = lines.filter(({ line }) => line > now.line);
  const taken = upToRepeat(left.map((line) => ({ line, read: readLine(line, plan, headers, fields) })));
  const drafts = taken.flatMap(({ read }) => ('draft' in read ? [read.draft] : []));
  const stored = await storeDrafts(tx, ctx, plan, drafts);
  const problems: LineProblem[] = taken.flatMap(({ read }) => ('problems' in read ? read.problems : []));
  problems.push(...stored.problems);
  if (problems.length > 0) {
    const rows = problems.map((problem, n) => ({ place: n + 1, ...problem }));
    await tx.run(keepErrors, [ctx.workspaceId, id, JSON.stringify(rows)]);
  }
  const failed = new Set(problems.map(({ line }) => line)).size;
  const last = taken.at(-1)?.line.line ?? now.line;
  await tx.run(moveOn, [id, last, taken.length, stored.created, stored.updated, stored.skipped, failed]);
  return taken.length === left.length ? 'all' : 'some';
}

interface Read {
  readonly line: Line;
  readonly read: ReadLine;
}

/** Two lines of one person come one after the other, so that the second finds what the first made. */
function upToRepeat(lines: readonly Read[]): readonly Read[] {
  const seen = new Set<string>();
  const end = lines.findIndex(({ read }) => {
    const keys = 'draft' in read ? read.draft.identities.map(({ kind, key }) => `${kind} ${key}`) : [];
    const repeated = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return repeated;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

async function finish({ ctx, id }: Running, state: 'done' | 'failed', problem: string | null): Promise<void> {
  await withWorkspace(ctx, async (tx) => {
    if ((await tx.one(endOne, [id, state, problem, ctx.clock.now()])) === undefined) return;
    await record(tx, ctx, [{ type: state === 'done' ? 'import.finished' : 'import.failed', data: { importId: id } }]);
  });
  await forgetParts(ctx, [id]);
}
