import type { Tx, WorkspaceCtx } from '@balcao/db';
import { allTools, type ToolRow } from '../rows.ts';
import type { BotTool, Tool } from '../types.ts';
import { parametersOf } from './parameters-of.ts';
import { presentTool } from './present-tool.ts';

/** All of the company's tools, as those who set them up see them. */
export async function allBotTools(ctx: WorkspaceCtx, tx: Tx): Promise<BotTool[]> {
  return (await tx.rows<ToolRow>(allTools, [ctx.workspaceId])).map(presentTool);
}

/** Those that may be used now, as models and flows see them. */
export async function listTools(ctx: WorkspaceCtx, tx: Tx): Promise<Tool[]> {
  return (await allBotTools(ctx, tx)).filter((tool) => tool.enabled).map(offered);
}

function offered({ id, name, description, effect, confirm, does }: BotTool): Tool {
  const { schema, check } = parametersOf(does);
  const accepts = (args: unknown) => check.safeParse(args ?? {}).data;
  return { id, kind: does.kind, name, description, parameters: schema, effect, confirm, accepts };
}
