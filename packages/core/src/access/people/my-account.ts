import { type DbCtx, identityStatement, inWorkspace, sql, withIdentity } from '@balcao/db';
import { record } from '../../ledger/index.ts';

export interface MyAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly hasPassword: boolean;
  readonly totp: boolean;
  readonly backupCodesLeft: number;
  readonly passkeys: number;
}

const read = sql(
  'access/my-account',
  `select id, name, email, language, password_hash is not null as "hasPassword", totp_confirmed_at is not null as totp,
          (select count(*)::int from backup_codes b where b.person_id = p.id and b.used_at is null) as "backupCodesLeft",
          (select count(*)::int from passkeys k where k.person_id = p.id) as passkeys
     from persons p where id = $1`,
);
const update = sql(
  'access/update-account',
  `update persons set name = coalesce($2, name), language = coalesce($3, language), updated_at = $4
    where id = $1 and (name, language) is distinct from (coalesce($2, name), coalesce($3, language))`,
);
const rename = sql(
  'access/rename-member',
  `update members set name = $2, updated_at = $3 where person_id = $1 and name <> $2
   returning workspace_id as "workspaceId", id as "memberId"`,
);

export async function myAccount(ctx: DbCtx, personId: string): Promise<MyAccount | undefined> {
  return (await identityStatement<MyAccount>(ctx, read, [personId]))[0];
}

/** The name is the same wherever the person works. */
export async function updateAccount(
  ctx: DbCtx,
  personId: string,
  { name, language }: { readonly name?: string | undefined; readonly language?: string | undefined },
): Promise<boolean> {
  return await withIdentity(ctx, async (tx) => {
    const now = ctx.clock.now();
    const changed = await tx.run(update, [personId, name ?? null, language ?? null, now]);
    if (changed === 0 || name === undefined) return changed > 0;
    const renamed = await tx.rows<{ workspaceId: string; memberId: string }>(rename, [personId, name, now]);
    for (const { workspaceId, memberId } of renamed) {
      const actor = { kind: 'person', id: memberId } as const;
      await record(tx, inWorkspace(ctx, workspaceId), [{ type: 'member.changed', data: { memberId }, actor }]);
    }
    return true;
  });
}
