import { type ErrorCode, errorsOf, type Operation, type OperationName, operations } from '@balcao/contract';
import type { DbCtx } from '@balcao/db';
import { testSession } from '@balcao/testkit';
import type { Asker, Company } from './two-companies.ts';
import { writeInputs } from './write-inputs.ts';

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
export const idsIn = (text: string): string[] => text.match(uuid) ?? [];

/** Every row of a company, as text, by table. */
export async function storedOf(ctx: DbCtx, { line }: Company): Promise<Record<string, string[]>> {
  const { rows: tables } = await ctx.db.login.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  const stored: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await ctx.db.login.query<{ row: string }>(
      `select t::text as row from ${name} t where workspace_id = $1 order by 1`,
      [line.ctx.workspaceId],
    );
    stored[name] = rows.map((one) => one.row);
  }
  return stored;
}

function queryOf(input: unknown): string {
  const fields = Object.entries(input as Record<string, unknown>); // an input is an object
  const written = new URLSearchParams();
  for (const [key, value] of fields) for (const one of [value].flat()) written.append(key, String(one));
  return written.toString();
}

export async function ask(
  url: string,
  name: OperationName,
  input: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
  const { kind, file }: Operation = operations[name];
  const read = kind === 'read';
  const response = await fetch(`${url}/api/v1/${name}${read || file ? `?${queryOf(input)}` : ''}`, {
    method: read ? 'GET' : 'POST',
    headers: file ? { ...headers, 'content-type': 'text/csv' } : headers,
    ...(read ? {} : { body: file ? 'nome;telefone\n' : JSON.stringify(input) }),
  });
  return { status: response.status, text: await response.text() };
}

/** Somebody may sign out, or end their other sessions: each operation is asked by a browser that has just signed in. */
export async function freshHeaders(ctx: DbCtx, asker: Asker): Promise<Readonly<Record<string, string>>> {
  if (asker.personId === undefined) return asker.headers;
  const { cookie } = await testSession(ctx, { personId: asker.personId });
  return { ...asker.headers, cookie };
}

/** The code of a problem that the contract does not say of this operation. */
export function undeclaredIn(name: OperationName, status: number, text: string): string | undefined {
  if (status < 400) return undefined;
  const { code } = JSON.parse(text) as { code: ErrorCode };
  return errorsOf(operations[name]).includes(code) ? undefined : code;
}

export interface Crossing {
  /** What one company was told of the other, or was answered with a defect. */
  readonly wrong: string[];
  readonly answers: Map<number, number>;
}

/** Every way of asking an operation for what is another's. `theirs`: their ids that were not in the question, and their words. */
export async function cross(
  house: { readonly ctx: DbCtx; readonly url: string },
  asker: Asker,
  name: OperationName,
  their: { readonly company: Company; readonly marks: ReadonlySet<string> },
): Promise<Crossing> {
  const headers = await freshHeaders(house.ctx, asker);
  const found: Crossing = { wrong: [], answers: new Map() };
  for (const input of writeInputs(operations[name], their.company.idFor(name))) {
    const { status, text } = await ask(house.url, name, input, headers);
    found.answers.set(status, (found.answers.get(status) ?? 0) + 1);
    const told = idsIn(text).find((id) => their.marks.has(id)) ?? /segredo[^"]*/.exec(text)?.[0];
    if (told !== undefined) found.wrong.push(`${name} told ${asker.role} ${told}`);
    const code = undeclaredIn(name, status, text);
    if (code !== undefined) found.wrong.push(`${name} answered ${code}, which it does not declare`);
    if (status === 500) found.wrong.push(`${name} asked by ${asker.role}: 500 for ${JSON.stringify(input)}`);
  }
  return found;
}
