import type { Client } from 'pg';

/** Takes the indexes of these tables away (their keys stay) and gives back how to build them again: far quicker than row by row. */
export async function setAsideIndexes(client: Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; text: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text
       from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisunique`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return async () => {
    for (const { text } of rows) await client.query(text.replace(' ON ONLY ', ' ON '));
  };
}
