import { type DbCtx, sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { plainEmail } from './rows.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  /** Null: somebody who comes in by single sign-on. */
  readonly passwordHash: string | null;
}

const insert = sql(
  'access/create-person',
  `insert into persons (id, email, name, language, password_hash, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $6) on conflict (email) do nothing`,
);

/** In a transaction of the identity role. Of two at once with one address, one is made. */
export async function createPerson(tx: Tx, ctx: DbCtx, person: NewPerson): Promise<string> {
  const id = ctx.ids.uuid();
  const { name, email, language, passwordHash } = person;
  const made = await tx.run(insert, [id, plainEmail(email), name, language, passwordHash, ctx.clock.now()]);
  if (made === 0) throw new Fault('conflict', 'this e-mail has an account already');
  return id;
}
