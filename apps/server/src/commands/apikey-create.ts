import { isScope, operations, type Scope, scopeNames } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { findWorkspace } from '@balcao/core/workspaces';
import { inWorkspace, withWorkspace } from '@balcao/db';
import type { Terminal } from './terminal/terminal.ts';
import { WrongUsage } from './terminal/wrong-usage.ts';
import { withDatabase } from './with-database.ts';

/** `*` for all; a scope as `messages:read` or `messages.read`; the name of an operation for the scope that it needs. */
function parseScopes(list: string): Scope[] {
  const byOperation = new Map<string, Scope>(
    Object.values(operations).flatMap(({ name, scope }) => (isScope(scope) ? [[name, scope] as const] : [])),
  );
  const found = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (word === '*' || word === 'all') return scopeNames;
      const scope = scopeNames.find((one) => one === word.replace('.', ':')) ?? byOperation.get(word);
      if (scope === undefined) throw new WrongUsage(`There is no scope "${word}". There are: ${scopeNames.join(', ')}`);
      return [scope];
    });
  if (found.length === 0) throw new WrongUsage(`--scopes names none. There are: ${scopeNames.join(', ')}`);
  return found;
}

function parseExpiry(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new WrongUsage('--expires must be a date, as 2027-01-31');
  return at;
}

interface Options {
  readonly workspace: string;
  readonly scopes: string;
  readonly name: string;
  readonly expires?: string;
}

export async function apikeyCreate(terminal: Terminal, options: Options): Promise<void> {
  const scopes = parseScopes(options.scopes);
  const expiresAt = parseExpiry(options.expires);
  const created = await withDatabase(async (ctx) => {
    const inside = inWorkspace(ctx, (await findWorkspace(ctx, options.workspace)).id);
    const key = await withWorkspace(inside, (tx) =>
      createApiKey(tx, inside, { name: options.name, scopes, expiresAt }),
    );
    return { workspaceId: inside.workspaceId, ...key };
  });
  await terminal.answer(
    created,
    `${created.key}\nKeep it: it is not shown again. It may: ${created.scopes.join(', ')}`,
  );
}
