import { baseRoleNames, scopeNames } from '@balcao/contract';
import { invitationUrl, invite } from '@balcao/core/access';
import { findWorkspace } from '@balcao/core/workspaces';
import { inWorkspace, withWorkspace } from '@balcao/db';
import type { Terminal } from '../terminal/terminal.ts';
import { WrongUsage } from '../terminal/wrong-usage.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  readonly workspace: string;
  readonly email: string;
  readonly role: string;
  readonly name?: string;
}

/** Whoever has the console of the machine may make owners: this is the way back in when the last one is gone. */
const operator = { memberId: undefined, scopes: scopeNames, operator: true };

export async function personInvite(terminal: Terminal, options: Options): Promise<void> {
  const role = baseRoleNames.find((one) => one === options.role);
  if (role === undefined)
    throw new WrongUsage(`There is no role "${options.role}". There are: ${baseRoleNames.join(', ')}`);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(options.email)) throw new WrongUsage('--email must be an e-mail address');
  const { email, name } = options;
  const made = await withDatabase(async (ctx) => {
    const inside = inWorkspace(ctx, (await findWorkspace(ctx, options.workspace)).id);
    const input = { email, name, role, departmentIds: [] };
    const { invitationId, token, expiresAt } = await withWorkspace(inside, (tx) => invite(tx, inside, operator, input));
    return { workspaceId: inside.workspaceId, invitationId, expiresAt, url: invitationUrl(ctx, token) };
  });
  await terminal.answer(made, `${made.url}\nGood for 7 days, and once.`);
}
