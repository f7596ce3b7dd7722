/** A query that matters: prepared once per connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const texts = new Map<string, string>();

/** `sql('messages/receive', '…')`. PostgreSQL cuts names at 63 bytes and a name means one text: both are faults found at import. */
export function sql(name: string, text: string): Statement {
  if (Buffer.byteLength(name) > 63) throw new Error(`The statement's name "${name}" is longer than 63 bytes.`);
  const known = texts.get(name);
  if (known !== undefined && known !== text) throw new Error(`Two different statements are named "${name}".`);
  texts.set(name, text);
  return { name, text };
}
