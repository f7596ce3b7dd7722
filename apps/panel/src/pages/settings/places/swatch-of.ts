/** A name of the palette, or a colour of its own that came through the API. */
export const swatchOf = (color: string): string => (color.startsWith('#') ? color : `var(--mantine-color-${color}-6)`);
