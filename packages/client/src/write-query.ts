/** The input of a read as a query: lists repeat their name, what is undefined is left out. */
export function writeQuery(input: unknown): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input ?? {})) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value])
      query.append(key, typeof one === 'object' ? JSON.stringify(one) : String(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
