import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { readSettings } from '../../workspaces/index.ts';
import { presentTool } from '../keeping/present-tool.ts';
import { openHeaders } from '../keeping/tool-headers.ts';
import { newestTalk, type ToolRow, toolById } from '../rows.ts';
import type { ToolOutcome } from '../types.ts';
import { callAddress, failed, type PreparedCall, prepareCall } from './call-address.ts';
import { readCustomer } from './customer.ts';
import { doDeed } from './do-deed.ts';
import { judgeArguments } from './run-tool.ts';

export interface ToolTrial {
  /** Only what reads is run; of the rest it is shown what would be sent. */
  readonly ran: boolean;
  readonly outcome: ToolOutcome | null;
  readonly request: PreparedCall | null;
  readonly ms: number;
}

/** A tool tried by whoever sets it up, as if this contact asked. Also one that is switched off. */
export async function tryTool(
  ctx: WorkspaceCtx,
  input: { readonly id: string; readonly contactId: string; readonly args: unknown },
): Promise<ToolTrial> {
  const begun = performance.now();
  const trial = await attempt(ctx, input);
  return { ...trial, ms: Math.round(performance.now() - begun) };
}

async function attempt(
  ctx: WorkspaceCtx,
  { id, contactId, args: given }: Parameters<typeof tryTool>[1],
): Promise<Omit<ToolTrial, 'ms'>> {
  const { row, customer, settings } = await withWorkspace(ctx, (tx) => gather(ctx, tx, id, contactId));
  const tool = presentTool(row);
  const { does } = tool;
  const args = judgeArguments(tool, given);
  if ('ok' in args) return { ran: false, outcome: args, request: null };
  if (customer === undefined)
    return { ran: false, outcome: failed('not_found', 'the contact has no talk yet'), request: null };
  const { language, timeZone } = settings;
  if (does.kind !== 'http' && does.kind !== 'order_status') {
    if (tool.effect !== 'reads') return { ran: false, outcome: null, request: null };
    const deed = { customer, args: args.value, language, houseLanguage: language, timeZone };
    return { ran: true, outcome: await withWorkspace(ctx, (tx) => doDeed(ctx, tx, does, deed)), request: null };
  }
  const blanks = { args: args.value, customer };
  const request = prepareCall(does.settings, blanks);
  if ('ok' in request) return { ran: false, outcome: request, request: null };
  if (tool.effect !== 'reads') return { ran: false, outcome: null, request };
  const headers = openHeaders(ctx.keys, ctx.workspaceId, row.id, row.sealedHeaders);
  const parts = { headers, once: ctx.ids.uuid(), timeoutMs: does.settings.timeoutMs, signal: undefined };
  return { ran: true, outcome: await callAddress(ctx, does.settings, blanks, parts), request };
}

async function gather(ctx: WorkspaceCtx, tx: Tx, id: string, contactId: string) {
  const row = await tx.one<ToolRow>(toolById, [ctx.workspaceId, id]);
  if (row === undefined) throw new Fault('not_found', `there is no tool "${id}"`);
  const talk = await tx.one<{ id: string }>(newestTalk, [ctx.workspaceId, contactId]);
  const customer = talk && (await readCustomer(ctx, tx, contactId, talk.id));
  return { row, customer, settings: await readSettings(tx) };
}
