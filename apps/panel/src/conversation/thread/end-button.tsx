import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './thread.module.css';

interface Props {
  readonly atEnd: boolean;
  /** False: what is shown is an old part, and what is loaded after it is not new. */
  readonly live: boolean;
  readonly onClick: () => void;
  readonly lastInbound: ThreadMessage | undefined;
  readonly onAtEnd: (atEnd: boolean) => void;
}

/** Back to what is newest; says how many came while one read further up. */
export function EndButton({ atEnd, live, onClick, lastInbound, onAtEnd }: Props) {
  const t = useTexts(conversationTexts);
  const [seen, setSeen] = useState(lastInbound?.seq ?? 0);
  const newest = lastInbound?.seq ?? 0;
  if ((atEnd || !live) && seen !== newest) setSeen(newest);
  useEffect(() => onAtEnd(atEnd), [atEnd, onAtEnd]);
  if (atEnd) return null;
  const count = Math.max(0, newest - seen);
  return (
    <div className={classes.end}>
      <ActionIcon
        variant="default"
        size={40}
        radius="xl"
        className={classes.endButton ?? ''}
        aria-label={count > 0 ? t('toEndNew', { count }) : t('toEnd')}
        onClick={onClick}
      >
        <IconChevronDown size={20} stroke={1.7} />
      </ActionIcon>
      {count > 0 && (
        <span className={classes.endCount} aria-hidden>
          {count}
        </span>
      )}
    </div>
  );
}
