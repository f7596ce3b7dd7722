import { Text } from '@mantine/core';
import classes from './figure.module.css';

/** A number that one looks at first, what it is, and a word on it. */
export function Figure({ label, value, children }: { label: string; value: string; children?: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className={classes.value}>{value}</div>
      {children !== undefined && (
        <Text size="xs" c="dimmed">
          {children}
        </Text>
      )}
    </div>
  );
}
