import { Fault } from '@balcao/kernel';
import { type ClientBase, escapeIdentifier } from 'pg';
import { APP_ROLE, CONVEYOR_ROLE, IDENTITY_ROLE, OWNER_ROLE } from '../connect/roles.ts';

const ROLES = [APP_ROLE, CONVEYOR_ROLE, IDENTITY_ROLE, OWNER_ROLE];

interface Found {
  name: string;
  powerful: boolean;
  canLogin: boolean;
}

/** The roles exist, cannot do more than they should, and the login user may become each of them. */
export async function ensureRoles(client: ClientBase, embedded: boolean): Promise<void> {
  const { rows: me } = await client.query<{ name: string; super: boolean }>(
    'select rolname as name, rolsuper as super from pg_roles where rolname = session_user',
  );
  const login = me[0]?.name ?? '';
  const asked =
    'select rolname as name, rolsuper or rolbypassrls or rolcreaterole as powerful, rolcanlogin as "canLogin" from pg_roles where rolname = any($1)';
  const { rows: found } = await client.query<Found>(asked, [ROLES]);
  const powerful = found.find((role) => role.powerful);
  if (powerful) {
    throw new Fault(
      'unavailable',
      `The role ${powerful.name} could pass row-level security. Run as an administrator: alter role ${powerful.name} nosuperuser nobypassrls nocreaterole;`,
    );
  }
  for (const role of ROLES) {
    const known = found.find((one) => one.name === role);
    // Only over the private socket do roles log in themselves: they have no password.
    const canLogin = embedded && role !== OWNER_ROLE;
    if (!known) await createRole(client, role, canLogin, login);
    else if (canLogin && !known.canLogin) await client.query(`alter role ${role} login`);
    if (me[0]?.super !== true) await ensureMember(client, role, login);
  }
  // A superuser needs no membership to write; the owner's policy is for it too, should it lose its power.
  if (me[0]?.super === true && !embedded) await client.query(`grant ${OWNER_ROLE} to ${escapeIdentifier(login)}`);
  await client.query(`grant usage on schema public to ${APP_ROLE}, ${CONVEYOR_ROLE}, ${IDENTITY_ROLE}`);
}

async function createRole(client: ClientBase, role: string, canLogin: boolean, login: string): Promise<void> {
  try {
    await client.query(
      `create role ${role} ${canLogin ? 'login' : 'nologin'} nosuperuser nobypassrls nocreatedb nocreaterole`,
    );
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '42710' || code === '23505') return; // another database of this server was migrated at the same instant
    if (code !== '42501') throw error;
    throw missing(login, error);
  }
}

async function ensureMember(client: ClientBase, role: string, login: string): Promise<void> {
  if (await canBecome(client, role)) return;
  await client.query(`grant ${role} to ${escapeIdentifier(login)}`).catch(() => undefined); // judged by the next line
  if (!(await canBecome(client, role))) throw missing(login);
}

async function canBecome(client: ClientBase, role: string): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(`set local role ${role}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.query('rollback');
  }
}

function missing(login: string, cause?: unknown): Fault {
  const statements = [
    ...ROLES.map((role) => `create role ${role} nologin;`),
    `grant ${ROLES.join(', ')} to ${escapeIdentifier(login)};`,
  ];
  const sentence = `The user "${login}" of DATABASE_URL may not make the roles Balcão needs. Run these once as an administrator (leave out what exists): ${statements.join(' ')}`;
  return new Fault('unavailable', sentence, {}, cause);
}
