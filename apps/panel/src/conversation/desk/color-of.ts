const palette: ReadonlySet<string> = new Set(
  'red pink grape violet indigo blue cyan teal green lime yellow orange gray petroleo caju'.split(' '),
);

/** The colour of a department or a tag as CSS: a name of the palette, or what somebody mixed. */
export function colorOf(color: string | undefined): string {
  if (color?.startsWith('#')) return color;
  return color !== undefined && palette.has(color) ? `var(--mantine-color-${color}-6)` : 'var(--b-line-strong)';
}
