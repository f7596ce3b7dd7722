import { Text } from '@mantine/core';
import { count } from '../../../bot-words/index.ts';
import { useLanguage } from '../../../text/index.ts';
import classes from './numbers.module.css';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly hint?: string;
}

/** Lengths side by side; the words and figures are text, so that nobody needs to see the bars. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const language = useLanguage();
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={classes.bar}>
          <div className={classes.barHead}>
            <Text size="sm" truncate>
              {bar.label}
            </Text>
            <Text size="sm" fw={600} className={classes.number ?? ''}>
              {count(bar.value, language)}
            </Text>
          </div>
          <div className={classes.track} aria-hidden>
            <div className={classes.fill} style={{ width: `${(bar.value / most) * 100}%` }} />
          </div>
          {bar.hint !== undefined && (
            <Text size="xs" c="dimmed">
              {bar.hint}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
