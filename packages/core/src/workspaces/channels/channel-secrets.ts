import type { KeyRing } from '@balcao/kernel';

/** The sealed columns of a channel, and the place each is bound to: a sealed text moved elsewhere does not open. */
export const secretColumns = ['app_secret', 'access_token', 'verify_token'] as const;
export type SecretColumn = (typeof secretColumns)[number];

const boundTo = (workspaceId: string, column: SecretColumn) => `${workspaceId}:channels.${column}`;

export const sealSecret = (keys: KeyRing, workspaceId: string, column: SecretColumn, text: string): string =>
  keys.seal(text, boundTo(workspaceId, column));

export const openSecret = (keys: KeyRing, workspaceId: string, column: SecretColumn, sealed: string): string =>
  keys.open(sealed, boundTo(workspaceId, column));
