import { identityStatement, sql, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

// Index: members_of_person.
const elsewhere = sql(
  'access/works-elsewhere',
  `select 1 from members m where m.person_id = $1 and m.workspace_id <> $2 and m.state = 'active'
      and not exists (select from members g where g.workspace_id = m.workspace_id and g.person_id = $3
                        and g.state = 'active' and g.role in ('owner', 'admin') and (m.role <> 'owner' or g.role = 'owner'))
    limit 1`,
);

/**
 * A link that is handed over by hand opens the whole account, in other companies too: it is given only to somebody who
 * runs all of those where the person works.
 */
export async function checkMayResetHere(
  ctx: WorkspaceCtx,
  personId: string,
  granterPersonId: string | undefined,
): Promise<void> {
  const found = await identityStatement(ctx, elsewhere, [personId, ctx.workspaceId, granterPersonId ?? null]);
  if (found.length > 0)
    throw new Fault(
      'forbidden',
      'this person works in another company too: only they themselves can reset their password',
    );
}
