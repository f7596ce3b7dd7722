export type Path = readonly (string | number)[];

/** Every place in a value, leaves and branches, the root apart. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return [at, ...placesIn(child, at)];
  });
}

/** The same value with something else in one place. */
export function spoil(value: unknown, path: Path, naughty: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return naughty;
  if (Array.isArray(value))
    return value.map((child: unknown, at) => (at === key ? spoil(child, rest, naughty) : child));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, name === key ? spoil(child, rest, naughty) : child]),
  );
}
