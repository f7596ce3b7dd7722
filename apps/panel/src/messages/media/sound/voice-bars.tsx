import type { ReactNode } from 'react';
import classes from '../media.module.css';

/** `share` of it has been heard. */
export function VoiceBars({ bars, share }: { bars: readonly number[]; share: number }): ReactNode {
  return (
    <svg viewBox={`0 0 ${bars.length * 4} 28`} preserveAspectRatio="none" className={classes.bars} aria-hidden="true">
      {bars.map((height, n) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- bars never move
          key={n}
          data-heard={n / bars.length < share ? true : undefined}
          x={n * 4 + 0.7}
          y={14 - height * 13}
          width="2.6"
          height={height * 26}
          rx="1.3"
        />
      ))}
    </svg>
  );
}
