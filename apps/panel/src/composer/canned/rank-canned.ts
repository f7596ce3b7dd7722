import type { Operations, OutputOf } from '@balcao/contract';

export type Canned = OutputOf<Operations['canned.list']>['canned'][number];

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those whose shortcut begins with it, then by title, then by a word inside. Accents and capitals do not count. */
export function rankCanned(all: readonly Canned[], word: string, most = 8): readonly Canned[] {
  const wanted = bare(word);
  const rank = ({ shortcut, title, body }: Canned): number => {
    if (bare(shortcut).startsWith(wanted)) return 0;
    if (bare(title ?? '').includes(wanted) || bare(shortcut).includes(wanted)) return 1;
    return bare(body).includes(wanted) ? 2 : 3;
  };
  return all
    .map((canned) => ({ canned, rank: rank(canned) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank || a.canned.shortcut.localeCompare(b.canned.shortcut))
    .slice(0, most)
    .map((one) => one.canned);
}
