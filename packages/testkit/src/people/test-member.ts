import { addMember, createPerson, hashPassword, type RoleName } from '@balcao/core/access';
import { type WorkspaceCtx, withIdentity } from '@balcao/db';
import { deriveCtx } from '@balcao/kernel';

export interface TestMember {
  readonly personId: string;
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The workspace with this member as the one who acts. */
  readonly ctx: WorkspaceCtx;
}

export interface TestMemberOptions {
  readonly name?: string;
  readonly departmentIds?: readonly string[];
  readonly customRoleId?: string;
}

const password = 'Senha-de-teste-42';
/** Once for each process: a password's hash costs a tenth of a second. */
let hashed: Promise<string> | undefined;
let count = 0;

/** A person who works in this workspace, in a role. */
export async function testMember(
  ctx: WorkspaceCtx,
  role: RoleName = 'attendant',
  { name = `Pessoa ${++count}`, departmentIds = [], customRoleId }: TestMemberOptions = {},
): Promise<TestMember> {
  hashed ??= hashPassword(password);
  const passwordHash = await hashed;
  const email = `pessoa-${ctx.ids.uuid().slice(-12)}@exemplo.com.br`;
  return await withIdentity(ctx, async (tx) => {
    const personId = await createPerson(tx, ctx, { name, email, language: 'pt-BR', passwordHash });
    const memberId = await addMember(tx, ctx, { personId, name, email, role, customRoleId, departmentIds });
    if (memberId === undefined) throw new Error('a new person cannot be a member already');
    const acting = deriveCtx(ctx, { actor: { kind: 'person', id: memberId } });
    return { personId, memberId, name, email, password, ctx: acting };
  });
}
