import { openReset, personByEmail, resetUrl } from '@balcao/core/access';
import { Fault } from '@balcao/kernel';
import type { Terminal } from '../terminal/terminal.ts';
import { withDatabase } from '../with-database.ts';

export async function personResetPassword(terminal: Terminal, { email }: { readonly email: string }): Promise<void> {
  const made = await withDatabase(async (ctx) => {
    const person = await personByEmail(ctx, email);
    if (person === undefined) throw new Fault('not_found', 'nobody has this e-mail');
    const from = { address: 'console', device: 'balcao person reset-password' };
    const { token, expiresAt } = await openReset(ctx, person.id, from, { kind: 'operator', id: 'console' });
    return { personId: person.id, expiresAt, url: resetUrl(ctx, token) };
  });
  await terminal.answer(made, `${made.url}\nGood for 2 hours, and once.`);
}
