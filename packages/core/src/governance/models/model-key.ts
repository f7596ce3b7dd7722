import type { Ctx, KeyRing } from '@balcao/kernel';

/** Bound to its row: a sealed key put beside another address does not open. */
const boundTo = (workspaceId: string, modelId: string) => `${workspaceId}:bot_models.api_key:${modelId}`;

export const sealModelKey = (keys: KeyRing, workspaceId: string, modelId: string, text: string): string =>
  keys.seal(text, boundTo(workspaceId, modelId));

/** A key that does not open any more makes one model unusable, and takes nothing else with it. */
export function tryOpenModelKey(ctx: Ctx, workspaceId: string, modelId: string, sealed: string): string | undefined {
  try {
    return ctx.keys.open(sealed, boundTo(workspaceId, modelId));
  } catch {
    ctx.log.error({ modelId }, 'The key of a model does not open with the keys of SECRET_KEYS');
    return undefined;
  }
}
