import { ActionIcon, RingProgress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import classes from './media.module.css';

/** How far a file of ours is on its way, with the cross that stops it. */
export function UploadRing({
  progress,
  onCancel,
}: {
  progress: number;
  onCancel?: (() => void) | undefined;
}): ReactNode {
  const t = useTexts(messageTexts);
  const percent = Math.round(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <div
      className={classes.ring}
      role="progressbar"
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={t('sending')}
    >
      <RingProgress
        size={48}
        thickness={4}
        roundCaps
        sections={[{ value: Math.max(4, percent), color: 'white' }]}
        label={
          onCancel ? (
            <ActionIcon
              variant="transparent"
              c="white"
              aria-label={t('cancelUpload')}
              onClick={onCancel}
              mx="auto"
              display="flex"
            >
              <IconX size={18} />
            </ActionIcon>
          ) : null
        }
      />
    </div>
  );
}
