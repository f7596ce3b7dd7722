import { type DbCtx, identityStatement, sql } from '@balcao/db';

export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface KnownPasskey {
  readonly id: string;
  readonly personId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: string;
  readonly transports: string[];
}

// Indexes: passkeys_of_person, passkeys_credential_key.
const list = sql(
  'access/list-passkeys',
  `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from passkeys where person_id = $1 order by id`,
);
const columns = `id, person_id as "personId", credential_id as "credentialId", public_key as "publicKey", counter, transports`;
const ofPerson = sql('access/passkeys-of-person', `select ${columns} from passkeys where person_id = $1`);
const byCredential = sql('access/passkey-by-credential', `select ${columns} from passkeys where credential_id = $1`);

export async function listPasskeys(ctx: DbCtx, personId: string): Promise<ListedPasskey[]> {
  return await identityStatement<ListedPasskey>(ctx, list, [personId]);
}

export async function passkeysOf(ctx: DbCtx, personId: string): Promise<KnownPasskey[]> {
  return await identityStatement<KnownPasskey>(ctx, ofPerson, [personId]);
}

export async function passkeyByCredential(ctx: DbCtx, credentialId: string): Promise<KnownPasskey | undefined> {
  return (await identityStatement<KnownPasskey>(ctx, byCredential, [credentialId]))[0];
}
