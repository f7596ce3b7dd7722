export type Fields = Readonly<Record<string, unknown>>;

/** `content` is what a provider said: nothing in it is believed before it is looked at. */
export const fields = (it: unknown): Fields =>
  typeof it === 'object' && it !== null && !Array.isArray(it) ? (it as Fields) : {}; // checked by the line itself

export const list = (it: unknown): readonly Fields[] => (Array.isArray(it) ? it.map(fields) : []);

export const words = (it: unknown): string | undefined => (typeof it === 'string' && it !== '' ? it : undefined);

export const number = (it: unknown): number | undefined =>
  typeof it === 'number' && Number.isFinite(it) ? it : undefined;
