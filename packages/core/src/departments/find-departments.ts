import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

// Index: departments_name.
const byNames = sql(
  'departments/find-by-names',
  `select id, lower(name) as name from departments
   where workspace_id = $1 and lower(name) = any($2::text[]) and archived_at is null`,
);

/** Departments by name, whatever the case, as flows name them. Names that are none are left out. */
export async function findDepartments(
  ctx: WorkspaceCtx,
  tx: Tx,
  names: readonly string[],
): Promise<(name: string) => string | undefined> {
  if (names.length === 0) return () => undefined;
  const plain = (name: string): string => name.trim().toLowerCase();
  const rows = await tx.rows<{ id: string; name: string }>(byNames, [ctx.workspaceId, names.map(plain)]);
  const found = new Map(rows.map((row) => [row.name, row.id]));
  return (name) => found.get(plain(name));
}
