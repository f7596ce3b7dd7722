import { Tooltip } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import classes from './rail.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly icon: TablerIcon;
  /** What waits there; its label says so too. */
  readonly count?: number;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of the rail: an icon, its name beside it on hover and for screen readers. */
export function RailButton({ label, icon: Icon, count = 0, ref, className, ...props }: Props) {
  return (
    <Tooltip label={label} position="right">
      <button type="button" ref={ref} className={`${classes.place} ${className ?? ''}`} aria-label={label} {...props}>
        <Icon size={22} stroke={1.7} />
        {count > 0 && <span className={classes.count}>{count > 99 ? '99+' : count}</span>}
      </button>
    </Tooltip>
  );
}
