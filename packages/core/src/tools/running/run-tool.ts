import { createHash } from 'node:crypto';
import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { toFault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { readSettings } from '../../workspaces/index.ts';
import { parametersOf } from '../keeping/parameters-of.ts';
import { presentTool } from '../keeping/present-tool.ts';
import { openHeaders } from '../keeping/tool-headers.ts';
import { beginRun, endRun, knownRun, type ToolRow, toolByName } from '../rows.ts';
import type { BotTool, ToolFailed, ToolOutcome, ToolRun } from '../types.ts';
import { callAddress, failed } from './call-address.ts';
import { type Customer, readCustomer } from './customer.ts';
import { type Deed, doDeed } from './do-deed.ts';

interface Ready {
  readonly row: ToolRow;
  readonly tool: BotTool;
  readonly deed: Deed;
  readonly once: string;
}

const DEFAULT_TIMEOUT_MS = 8_000;

/**
 * Runs one tool of the allow-list for one customer. The arguments are judged, the talk must be theirs, what wants a yes has one,
 * and what changes anything is done once. Opens its own transactions; never throws.
 */
export async function runTool(ctx: WorkspaceCtx, run: ToolRun, signal?: AbortSignal): Promise<ToolOutcome> {
  try {
    const ready = await withWorkspace(ctx, (tx) => prepare(ctx, tx, run));
    if ('ok' in ready) return ready;
    const { does } = ready.tool;
    if (does.kind === 'http' || does.kind === 'order_status') return await outside(ctx, ready, run, signal);
    return await inHouse(ctx, ready);
  } catch (error) {
    const fault = toFault(error);
    ctx.log.error({ err: error, tool: run.tool }, 'a tool of the bot failed');
    return failed('failed', fault.code);
  }
}

async function prepare(ctx: WorkspaceCtx, tx: Tx, run: ToolRun): Promise<Ready | ToolFailed> {
  const row = await tx.one<ToolRow>(toolByName, [ctx.workspaceId, run.tool]);
  if (row === undefined) return failed('unknown_tool', 'there is no such tool');
  const tool = presentTool(row);
  const args = judgeArguments(tool, run.args);
  if ('ok' in args) return args;
  if (tool.confirm && run.confirmed !== true) return failed('unconfirmed', 'the customer has not said yes to it');
  const customer = await readCustomer(ctx, tx, run.contactId, run.conversationId);
  if (customer === undefined) return failed('not_theirs', 'the talk is of somebody else');
  const settings = await readSettings(tx);
  const deed: Deed = {
    customer,
    args: args.value,
    language: run.language ?? settings.language,
    houseLanguage: settings.language,
    timeZone: settings.timeZone,
  };
  return { row, tool, deed, once: keyOf(run, args.value) };
}

/** Also those of a tool that is to be confirmed: the customer is asked about what can be done. */
export function judgeArguments(
  { does }: Pick<BotTool, 'does'>,
  args: unknown,
): { readonly value: Readonly<Record<string, unknown>> } | ToolFailed {
  const judged = parametersOf(does).check.safeParse(args ?? {});
  if (judged.success) return { value: judged.data };
  const where = judged.error.issues.map((issue) => `${issue.path.join('.') || 'arguments'}: ${issue.code}`);
  return failed('bad_arguments', where.slice(0, 5).join('; '));
}

/** One deed, one key: the same tool with other arguments is another. */
const keyOf = (run: ToolRun, args: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([run.once, run.tool, args]))
    .digest('base64url');

async function inHouse(ctx: WorkspaceCtx, { tool, deed, once, row }: Ready): Promise<ToolOutcome> {
  const { does } = tool;
  if (does.kind === 'http' || does.kind === 'order_status') return failed('failed', 'not of this house');
  return await withWorkspace(ctx, async (tx) => {
    if (tool.effect === 'reads') return await doDeed(ctx, tx, does, deed);
    // The key and the deed in one transaction: either both are there or none.
    const known = await begin(ctx, tx, row.id, deed.customer, once);
    if (known !== undefined) return known;
    const outcome = await doDeed(ctx, tx, does, deed);
    await end(ctx, tx, { row, deed, once }, outcome);
    return outcome;
  });
}

async function outside(
  ctx: WorkspaceCtx,
  { row, tool, deed, once }: Ready,
  run: ToolRun,
  signal: AbortSignal | undefined,
): Promise<ToolOutcome> {
  const { does } = tool;
  if (does.kind !== 'http' && does.kind !== 'order_status') return failed('failed', 'of this house');
  const changes = tool.effect !== 'reads';
  if (changes) {
    const known = await withWorkspace(ctx, (tx) => begin(ctx, tx, row.id, deed.customer, once));
    if (known !== undefined) return known;
  }
  const headers = openHeaders(ctx.keys, ctx.workspaceId, row.id, row.sealedHeaders);
  const timeoutMs = run.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const blanks = { args: deed.args, customer: deed.customer };
  const outcome = await callAddress(ctx, does.settings, blanks, { headers, once, timeoutMs, signal });
  await withWorkspace(ctx, (tx) => end(ctx, tx, { row, deed, once: changes ? once : undefined }, outcome));
  return outcome;
}

/** What is known of this deed already; undefined: it is ours to do now. */
async function begin(
  ctx: WorkspaceCtx,
  tx: Tx,
  toolId: string,
  { conversationId, contactId }: Customer,
  once: string,
): Promise<ToolOutcome | undefined> {
  const now = ctx.clock.now();
  if (await tx.one(beginRun, [ctx.workspaceId, once, toolId, conversationId, contactId, now])) return undefined;
  const known = await tx.one<{ outcome: ToolOutcome | null }>(knownRun, [ctx.workspaceId, once]);
  // Begun and never ended: whether their system did it is not known, so it is not done again.
  return known?.outcome ?? failed('begun_before', 'it was begun before, and how it ended is not known');
}

async function end(
  ctx: WorkspaceCtx,
  tx: Tx,
  { row, deed, once }: Pick<Ready, 'row' | 'deed'> & { readonly once: string | undefined },
  outcome: ToolOutcome,
): Promise<void> {
  if (once !== undefined) await tx.run(endRun, [ctx.workspaceId, once, JSON.stringify(outcome), ctx.clock.now()]);
  await record(tx, ctx, [
    {
      type: 'tool.ran',
      conversationId: deed.customer.conversationId,
      contactId: deed.customer.contactId,
      data: { toolId: row.id, kind: row.kind, ok: outcome.ok, problem: outcome.ok ? undefined : outcome.problem },
    },
  ]);
}
