import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { fitted, moveBy, type Point, type Zoom, zoomAt } from './zoom.ts';

export interface ZoomHandle {
  readonly zoom: Zoom;
  readonly dragging: boolean;
  by(factor: number): void;
  reset(): void;
  /** For the window around the picture. */
  readonly events: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
    onDoubleClick(event: { clientX: number; clientY: number }): void;
  };
}

/** Wheel, double click, drag and two fingers. `frame` is the window, whose first image is the picture. */
export function useZoom(frame: RefObject<HTMLElement | null>): ZoomHandle {
  const [zoom, setZoom] = useState<Zoom>(fitted);
  const [dragging, setDragging] = useState(false);
  const fingers = useRef(new Map<number, Point>());

  const fromMiddle = (x: number, y: number): Point => {
    const box = frame.current?.getBoundingClientRect();
    return box ? { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 } : { x: 0, y: 0 };
  };
  const room = () => {
    const picture = frame.current?.querySelector('img');
    return { width: picture?.clientWidth ?? 0, height: picture?.clientHeight ?? 0 };
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    setZoom((now) => zoomAt(now, fromMiddle(event.clientX, event.clientY), Math.exp(-event.deltaY / 400)));
  });
  useEffect(() => {
    const element = frame.current;
    // React's own listener is passive and could not keep the page from scrolling.
    const listen = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [frame]);

  const letGo = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    setDragging(fingers.current.size > 0);
  };
  return {
    zoom,
    dragging,
    by: (factor) => setZoom((now) => zoomAt(now, { x: 0, y: 0 }, factor)),
    reset: () => setZoom(fitted),
    events: {
      onPointerDown(event) {
        if (zoom.scale === 1 && event.pointerType === 'mouse') return;
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        setDragging(true);
      },
      onPointerMove(event) {
        const before = fingers.current.get(event.pointerId);
        if (!before) return;
        const here = { x: event.clientX, y: event.clientY };
        const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
        fingers.current.set(event.pointerId, here);
        if (other) {
          const factor = apart(here, other) / Math.max(1, apart(before, other));
          setZoom((now) => zoomAt(now, fromMiddle((here.x + other.x) / 2, (here.y + other.y) / 2), factor));
        } else setZoom((now) => moveBy(now, { x: here.x - before.x, y: here.y - before.y }, room()));
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onDoubleClick: ({ clientX, clientY }) =>
        setZoom((now) => (now.scale > 1 ? fitted : zoomAt(now, fromMiddle(clientX, clientY), 2.5))),
    },
  };
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
