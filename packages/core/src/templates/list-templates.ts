import type { Tx, WorkspaceCtx } from '@balcao/db';
import { getTemplate as get, listTemplates as list, mirrorsOf, templateByName, templatesByName } from './rows.ts';
import type { Template } from './types.ts';

/** Those the provider still has, by name; of one account or of all. */
export async function listTemplates(
  ctx: WorkspaceCtx,
  tx: Tx,
  filter: { readonly wabaId?: string | undefined; readonly q?: string | undefined },
): Promise<{ templates: Template[]; refreshedAt: Date | null }> {
  const wabaId = filter.wabaId ?? null;
  const q = filter.q?.trim().toLowerCase() || null;
  const [templates, mirror] = await Promise.all([
    tx.rows<Template>(list, [ctx.workspaceId, wabaId, q]),
    tx.one<{ refreshedAt: Date | null }>(mirrorsOf, [ctx.workspaceId, wabaId]),
  ]);
  return { templates, refreshedAt: mirror?.refreshedAt ?? null };
}

export const getTemplate = (ctx: WorkspaceCtx, tx: Tx, id: string): Promise<Template | undefined> =>
  tx.one<Template>(get, [ctx.workspaceId, id]);

export const findTemplate = (
  ctx: WorkspaceCtx,
  tx: Tx,
  named: { readonly wabaId: string; readonly name: string; readonly language: string },
): Promise<Template | undefined> =>
  tx.one<Template>(templateByName, [ctx.workspaceId, named.wabaId, named.name, named.language]);

/** By name and language, those of a channel's account: for showing messages that were sent by them. */
export async function templatesOfChannel(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  named: readonly { readonly name: string; readonly language: string }[],
): Promise<Map<string, Template>> {
  if (named.length === 0) return new Map();
  const rows = await tx.rows<Template>(templatesByName, [
    ctx.workspaceId,
    channelId,
    named.map((one) => one.name),
    named.map((one) => one.language),
  ]);
  return new Map(rows.map((row) => [`${row.name} ${row.language}`, row]));
}
