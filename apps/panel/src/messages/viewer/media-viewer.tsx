import { ActionIcon, FocusTrap, Portal, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconX, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTexts } from '../../text/index.ts';
import { useClock } from '../clock.ts';
import { openDownload, useMediaUrl } from '../media/link/use-media-url.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ShownMedia, ThreadMessage } from '../thread-message.ts';
import { useZoom, type ZoomHandle } from './use-zoom.ts';
import classes from './viewer.module.css';

interface MediaViewerProps {
  readonly messages: readonly ThreadMessage[];
  readonly at: number;
  onMove(to: number): void;
  onClose(): void;
}

/** Photos and videos of a thread, one at a time: arrows, + and −, 0, D, Esc. */
export function MediaViewer({ messages, at, onMove, onClose }: MediaViewerProps): ReactNode {
  const message = messages[at];
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame);
  const move = (by: number) => {
    const to = at + by;
    if (to < 0 || to >= messages.length) return;
    zoom.reset();
    onMove(to);
  };
  useViewerKeys({
    move,
    zoom,
    onClose,
    onDownload: () => frame.current?.parentElement?.querySelector<HTMLElement>('[data-download]')?.click(),
  });
  if (!message?.media) return null;
  return (
    <Portal>
      <FocusTrap active>
        <Shown
          key={message.id}
          message={message}
          media={message.media}
          frame={frame}
          zoom={zoom}
          place={{ at: at + 1, total: messages.length }}
          onMove={move}
          onClose={onClose}
        />
      </FocusTrap>
    </Portal>
  );
}

interface Keys {
  move(by: number): void;
  zoom: ZoomHandle;
  onClose(): void;
  onDownload(): void;
}

function useViewerKeys({ move, zoom, onClose, onDownload }: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inVideo = event.target instanceof HTMLVideoElement;
    const todo: Record<string, (() => void) | undefined> = {
      Escape: onClose,
      ArrowLeft: inVideo ? undefined : () => move(-1),
      ArrowRight: inVideo ? undefined : () => move(1),
      '+': () => zoom.by(1.5),
      '=': () => zoom.by(1.5),
      '-': () => zoom.by(1 / 1.5),
      '0': zoom.reset,
      d: onDownload,
    };
    const run = todo[event.key];
    if (!run) return;
    // The panel's own keys (Esc leaves the talk, r answers) are not meant while this is open.
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

interface ShownProps {
  readonly message: ThreadMessage;
  readonly media: ShownMedia;
  readonly frame: React.RefObject<HTMLDivElement | null>;
  readonly zoom: ZoomHandle;
  readonly place: { readonly at: number; readonly total: number };
  onMove(by: number): void;
  onClose(): void;
}

function Shown({ message, media, frame, zoom, place, onMove, onClose }: ShownProps): ReactNode {
  const t = useTexts(messageTexts);
  const clock = useClock();
  const link = useMediaUrl(media);
  const { scale, x, y } = zoom.zoom;
  const retry = () => void link.ask();
  return (
    <div className={classes.viewer} role="dialog" aria-modal="true" aria-label={t('viewer')}>
      <header className={classes.bar}>
        <Text size="sm" className={classes.when}>
          {clock(message.at, 'moment')}
          <span>{t('place', place)}</span>
        </Text>
        {media.kind === 'image' ? (
          <>
            <Tool label={t('zoomOut')} disabled={scale === 1} onClick={() => zoom.by(1 / 1.5)}>
              <IconZoomOut />
            </Tool>
            <Tool label={t('zoomIn')} onClick={() => zoom.by(1.5)}>
              <IconZoomIn />
            </Tool>
          </>
        ) : null}
        <Tool label={t('download')} download onClick={() => void openDownload(media, link)}>
          <IconDownload />
        </Tool>
        <Tool label={t('close')} focus onClick={onClose}>
          <IconX />
        </Tool>
      </header>
      <div
        ref={frame}
        className={classes.frame}
        data-dragging={zoom.dragging || undefined}
        data-zoomed={scale > 1 || undefined}
        {...(media.kind === 'image' ? zoom.events : {})}
      >
        {media.kind === 'image' ? (
          <img
            src={link.url}
            alt={message.text ?? t('photo')}
            draggable={false}
            style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
            onError={retry}
          />
        ) : (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- a customer's video has no captions
          <video src={link.url} controls autoPlay playsInline onError={retry} />
        )}
      </div>
      {place.at > 1 ? <Side side="start" label={t('previous')} onClick={() => onMove(-1)} /> : null}
      {place.at < place.total ? <Side side="end" label={t('next')} onClick={() => onMove(1)} /> : null}
      {message.text ? <p className={classes.caption}>{message.text}</p> : null}
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  readonly download?: boolean;
  readonly focus?: boolean;
  onClick(): void;
}

function Tool({ label, children, disabled = false, download, focus, onClick }: ToolProps): ReactNode {
  return (
    <ActionIcon
      size="xl"
      variant="transparent"
      className={classes.tool}
      aria-label={label}
      title={label}
      disabled={disabled}
      data-download={download || undefined}
      data-autofocus={focus || undefined}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

function Side({ side, label, onClick }: { side: 'start' | 'end'; label: string; onClick(): void }): ReactNode {
  return (
    <ActionIcon
      size={48}
      radius="50%"
      variant="transparent"
      className={classes.side}
      data-side={side}
      aria-label={label}
      onClick={onClick}
    >
      {side === 'start' ? <IconChevronLeft size={30} /> : <IconChevronRight size={30} />}
    </ActionIcon>
  );
}
