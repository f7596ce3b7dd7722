import { Skeleton } from '@mantine/core';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../../ui/index.ts';
import classes from './thread.module.css';

const bubbles = [
  ['in', 46, 38],
  ['in', 30, 38],
  ['out', 52, 58],
  ['in', 38, 38],
  ['out', 34, 38],
  ['out', 44, 78],
  ['in', 56, 58],
] as const;

/** Bubbles where the real ones will be, at the end of the place as they are. */
export function ThreadSkeleton() {
  const t = useTexts(uiTexts);
  return (
    <div className={classes.skeleton} role="status" aria-label={t('loading')}>
      {bubbles.map(([side, width, height], at) => (
        <Skeleton
          // oxlint-disable-next-line react/no-array-index-key -- they never change
          key={at}
          className={classes.ghost ?? ''}
          data-side={side}
          width={`${width}%`}
          height={height}
          radius="lg"
        />
      ))}
    </div>
  );
}
