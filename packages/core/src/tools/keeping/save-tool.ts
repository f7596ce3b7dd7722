import type { KeptTool, ToolParameter, ToolToDo } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { readMedia } from '../../media/index.ts';
import { insertTool, lockTool, nameTaken, type ToolRow, updateTool } from '../rows.ts';
import type { BotTool } from '../types.ts';
import { checkCall } from './check-call.ts';
import { effectOf, mustConfirm, presentTool } from './present-tool.ts';
import { type Headers, openHeaders, sealHeaders } from './tool-headers.ts';

export interface ToolToSave {
  readonly id?: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly confirm: boolean;
  readonly does: ToolToDo;
}

const orderParameter: ToolParameter = {
  name: 'order',
  description: 'order',
  type: 'text',
  required: true,
  options: [],
  maxLength: 40,
};

/** Makes or changes a tool. Values of headers that are not given again are kept, unless the address moved to another host. */
export async function saveTool(ctx: WorkspaceCtx, tx: Tx, input: ToolToSave): Promise<BotTool> {
  await check(ctx, tx, input.does);
  const before = input.id === undefined ? undefined : await tx.one<ToolRow>(lockTool, [ctx.workspaceId, input.id]);
  if (input.id !== undefined && before === undefined) throw new Fault('not_found', `there is no tool "${input.id}"`);
  const id = input.id ?? ctx.ids.uuid();
  if ((await tx.one(nameTaken, [ctx.workspaceId, input.name, id])) !== undefined)
    throw new Fault('conflict', 'there is a tool of this name already');
  const { kept, headers } = separate(ctx, id, input.does, before);
  const effect = effectOf(kept);
  const row = await tx.one<ToolRow>(input.id === undefined ? insertTool : updateTool, [
    ctx.workspaceId,
    id,
    kept.kind,
    input.name,
    input.description,
    input.enabled,
    input.confirm || mustConfirm(effect),
    JSON.stringify(kept.settings),
    sealHeaders(ctx.keys, ctx.workspaceId, id, headers),
    ctx.clock.now(),
  ]);
  if (row === undefined) throw new Fault('conflict', 'there is a tool of this name already');
  await record(tx, ctx, [{ type: 'tool.saved', data: { toolId: id, kind: kept.kind, enabled: input.enabled } }]);
  return presentTool(row);
}

async function check(ctx: WorkspaceCtx, tx: Tx, does: ToolToDo): Promise<void> {
  if (does.kind === 'order_status') return checkCall(does.settings, [orderParameter], true);
  if (does.kind === 'http') {
    const { settings } = does;
    checkCall(settings, settings.parameters, false);
    if (settings.effect === 'reads' && !['GET', 'POST'].includes(settings.method))
      throw wrong('does.settings.effect', 'what is sent by PUT, PATCH or DELETE does not only read');
  }
  if (does.kind === 'send_document') {
    const ids = does.settings.documents.map((one) => one.mediaId);
    const found = await readMedia(ctx, tx, ids);
    const missing = ids.findIndex((id) => found.get(id)?.state !== 'stored' || found.get(id)?.direction !== 'out');
    if (missing >= 0) throw wrong(`does.settings.documents.${missing}`, 'there is no such file to send');
    if (new Set(does.settings.documents.map((one) => one.key)).size < ids.length)
      throw wrong('does.settings.documents', 'two have the same key');
  }
}

const wrong = (path: string, problem: string) =>
  new Fault('invalid_input', 'a tool cannot be so', { issues: [{ path, problem }] });

/** The values of headers go their own way. */
function separate(
  ctx: WorkspaceCtx,
  id: string,
  does: ToolToDo,
  before: ToolRow | undefined,
): { kept: KeptTool; headers: Headers } {
  if (does.kind !== 'http' && does.kind !== 'order_status') return { kept: does, headers: {} };
  const known = before ? openHeaders(ctx.keys, ctx.workspaceId, id, before.sealedHeaders) : {};
  const sameHost =
    before !== undefined && hostOf((before.settings as { url?: string }).url) === hostOf(does.settings.url); // of a call, when it is one
  const headers: Record<string, string> = {};
  for (const [at, { name, value }] of does.settings.headers.entries()) {
    // Whoever may change the address could otherwise have the kept values sent to a host of their own.
    const kept = value ?? (sameHost ? known[name] : undefined);
    if (kept === undefined) throw wrong(`does.settings.headers.${at}`, 'its value is needed again');
    headers[name] = kept;
  }
  const names = Object.keys(headers).map((name) => ({ name }));
  const kept = { kind: does.kind, settings: { ...does.settings, headers: names } } as KeptTool; // only the values are gone
  return { kept, headers };
}

const hostOf = (url: string | undefined): string | undefined => /^https?:\/\/[^/?#]+/.exec(url ?? '')?.[0];
