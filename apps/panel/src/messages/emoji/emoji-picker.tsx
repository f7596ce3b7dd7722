import { Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';

const Grid = lazy(() => import('./emoji-grid.tsx').then(({ EmojiGrid }) => ({ default: EmojiGrid })));

/** All emojis, found by their name. The list is fetched when it is first opened. */
export function EmojiPicker({ onPick }: { onPick(emoji: string): void }): ReactNode {
  return (
    <Suspense fallback={<Skeleton width="min(21rem, 84vw)" height="20rem" />}>
      <Grid onPick={onPick} />
    </Suspense>
  );
}
