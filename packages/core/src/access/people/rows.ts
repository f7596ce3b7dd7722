import { type DbCtx, identityStatement, sql } from '@balcao/db';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpConfirmedAt: Date | null;
}

const columns = `id, email, name, language, password_hash as "passwordHash", totp_secret as "totpSecret",
  totp_confirmed_at as "totpConfirmedAt"`;
// Indexes: persons_email_key, persons_pkey.
const byEmail = sql('access/person-by-email', `select ${columns} from persons where email = $1`);
const byId = sql('access/person-by-id', `select ${columns} from persons where id = $1`);

export const plainEmail = (email: string): string => email.trim().toLowerCase();

export async function personByEmail(ctx: DbCtx, email: string): Promise<Person | undefined> {
  return (await identityStatement<Person>(ctx, byEmail, [plainEmail(email)]))[0];
}

export async function personById(ctx: DbCtx, id: string): Promise<Person | undefined> {
  return (await identityStatement<Person>(ctx, byId, [id]))[0];
}
