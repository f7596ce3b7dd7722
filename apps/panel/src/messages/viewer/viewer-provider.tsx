import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import type { ThreadMessage } from '../thread-message.ts';
import { ViewerContext } from './viewer-context.ts';

const MediaViewer = lazy(() => import('./media-viewer.tsx').then(({ MediaViewer: it }) => ({ default: it })));

/** Around a thread: its bubbles open their photos and videos, and one goes from each to the next. `media` may be all its messages. */
export function MediaViewerProvider({
  media,
  children,
}: {
  media: readonly ThreadMessage[];
  children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState<string | undefined>(undefined);
  const shown = useMemo(() => media.filter(isShown).toSorted((a, b) => a.seq - b.seq), [media]);
  const start = useCallback((messageId: string) => setOpen(messageId), []);
  const at = shown.findIndex((one) => one.id === open);
  return (
    <ViewerContext value={start}>
      {children}
      {at === -1 ? null : (
        <Suspense fallback={null}>
          <MediaViewer
            messages={shown}
            at={at}
            onMove={(to) => setOpen(shown[to]?.id)}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </ViewerContext>
  );
}

const isShown = ({ media, revokedAt }: ThreadMessage): boolean =>
  revokedAt === null && media?.url != null && (media.kind === 'image' || media.kind === 'video');
