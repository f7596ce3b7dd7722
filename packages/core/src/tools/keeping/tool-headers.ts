import type { KeyRing } from '@balcao/kernel';

export type Headers = Readonly<Record<string, string>>;

/** Bound to the tool: sealed headers that are moved to another tool or company do not open. */
export const headersPlace = (workspaceId: string, toolId: string) => `${workspaceId}:bot_tools.headers:${toolId}`;

export const openHeaders = (keys: KeyRing, workspaceId: string, toolId: string, sealed: string | null): Headers =>
  sealed === null ? {} : (JSON.parse(keys.open(sealed, headersPlace(workspaceId, toolId))) as Headers); // sealed by us

export function sealHeaders(keys: KeyRing, workspaceId: string, toolId: string, headers: Headers): string | null {
  if (Object.keys(headers).length === 0) return null;
  return keys.seal(JSON.stringify(headers), headersPlace(workspaceId, toolId));
}
