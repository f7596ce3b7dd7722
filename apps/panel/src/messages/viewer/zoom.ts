/** How a picture lies in its window: `x` and `y` are how far its middle is from the window's, in pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const fitted: Zoom = { scale: 1, x: 0, y: 0 };
const MOST = 8;

/** Larger or smaller, while what is under `point` (from the middle of the window) stays under it. */
export function zoomAt(now: Zoom, point: Point, factor: number): Zoom {
  const scale = Math.min(MOST, Math.max(1, now.scale * factor));
  if (scale === 1) return fitted;
  const grown = scale / now.scale;
  return { scale, x: point.x - (point.x - now.x) * grown, y: point.y - (point.y - now.y) * grown };
}

/** Moved, but never so far that the picture leaves the window; `room` is the size of the picture when it fits. */
export function moveBy(now: Zoom, by: Point, room: { readonly width: number; readonly height: number }): Zoom {
  const farX = ((now.scale - 1) * room.width) / 2;
  const farY = ((now.scale - 1) * room.height) / 2;
  return { scale: now.scale, x: within(now.x + by.x, farX), y: within(now.y + by.y, farY) };
}

const within = (value: number, far: number): number => Math.min(far, Math.max(-far, value));
