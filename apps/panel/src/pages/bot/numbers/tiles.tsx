import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './numbers.module.css';

/** One figure, what it is, and how it was before. */
export function Tile({
  label,
  value,
  hint,
  before,
}: {
  label: string;
  value: ReactNode;
  hint?: string | undefined;
  before?: string | undefined;
}) {
  return (
    <div className={classes.tile}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className={classes.figure}>{value}</div>
      {hint !== undefined && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
      {before !== undefined && (
        <Text size="xs" c="dimmed">
          {before}
        </Text>
      )}
    </div>
  );
}
