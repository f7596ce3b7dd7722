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
import { type Draft, type LineProblem, readLine } from './read-line.ts';
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
  for (let tried = 1; ; tried++) {
    try {
      return await withWorkspace(running.ctx, (tx) => storeLines(tx, running, lines));
    } catch (error) {
      if (tried === TRIES || !(error instanceof Fault) || error.code !== 'conflict') throw error;
    }
  }
}

async function storeLines(
  tx: Tx,
  { ctx, id, plan, headers, fields }: Running,
  lines: readonly Line[],
): Promise<boolean> {
  const now = await tx.one<ContactImport>(lockOne, [id]);
  if (now === undefined || now.state !== 'running') return false;
  const left = lines.filter(({ line }) => line > now.line);
  const problems: LineProblem[] = [];
  let drafts: Draft[] = [];
  for (const line of left) {
    const read = readLine(line, plan, headers, fields);
    if ('draft' in read) drafts.push(read.draft);
    else problems.push(...read.problems);
  }
  const counted = { created: 0, updated: 0, skipped: 0 };
  while (drafts.length > 0) {
    const [first, later] = withoutRepeats(drafts);
    const stored = await storeDrafts(tx, ctx, plan, first);
    counted.created += stored.created;
    counted.updated += stored.updated;
    counted.skipped += stored.skipped;
    problems.push(...stored.problems);
    drafts = later;
  }
  if (problems.length > 0) {
    const rows = problems.map((problem, n) => ({ place: n + 1, ...problem }));
    await tx.run(keepErrors, [ctx.workspaceId, id, JSON.stringify(rows)]);
  }
  const failed = new Set(problems.map(({ line }) => line)).size;
  const last = lines.at(-1)?.line ?? now.line;
  await tx.run(moveOn, [id, last, left.length, counted.created, counted.updated, counted.skipped, failed]);
  return true;
}

/** Two lines of one person come one after the other, so that the second finds what the first made. */
function withoutRepeats(drafts: readonly Draft[]): [Draft[], Draft[]] {
  const seen = new Set<string>();
  const [first, later]: [Draft[], Draft[]] = [[], []];
  for (const draft of drafts) {
    const keys = draft.identities.map(({ kind, key }) => `${kind} ${key}`);
    (keys.some((key) => seen.has(key)) ? later : first).push(draft);
    for (const key of keys) seen.add(key);
  }
  return [first, later];
}

async function finish({ ctx, id }: Running, state: 'done' | 'failed', problem: string | null): Promise<void> {
  await withWorkspace(ctx, async (tx) => {
    if ((await tx.one(endOne, [id, state, problem, ctx.clock.now()])) === undefined) return;
    await record(tx, ctx, [{ type: state === 'done' ? 'import.finished' : 'import.failed', data: { importId: id } }]);
  });
  await forgetParts(ctx, [id]);
}
