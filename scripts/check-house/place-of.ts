export interface Place {
  /** The floor: a workspace's name, or tests, bench, scripts. */
  readonly floor: string;
  /** The room in it: the first folder below `src`; empty for files directly in `src`. */
  readonly room: string;
}

/** packages/core/src/messages/rows.ts → core, messages. */
export function placeOf(path: string): Place {
  const [top = '', name = '', src, ...rest] = path.split('/');
  if (top !== 'packages' && top !== 'apps') return { floor: top, room: '' };
  return { floor: name, room: src === 'src' && rest.length > 1 ? (rest[0] ?? '') : '' };
}
