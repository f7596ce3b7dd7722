import { useRef } from 'react';
import classes from './panes.module.css';

interface Props {
  readonly label: string;
  /** In rem. */
  readonly width: number;
  readonly limits: readonly [number, number];
  /** The pane that grows lies before this edge, or after it. */
  readonly grows: 'before' | 'after';
  readonly onWidth: (rem: number) => void;
}

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The edge between two panes: drawn with the pointer, moved with the arrows. */
export function PaneEdge({ label, width, limits, grows, onWidth }: Props) {
  const start = useRef<{ x: number; width: number }>(undefined);
  const sign = grows === 'before' ? 1 : -1;
  return (
    <div
      className={classes.edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={limits[0]}
      aria-valuemax={limits[1]}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current) onWidth(start.current.width + (sign * (event.clientX - start.current.x)) / rem());
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onWidth(width + sign * (event.key === 'ArrowRight' ? 1 : -1));
      }}
    />
  );
}
