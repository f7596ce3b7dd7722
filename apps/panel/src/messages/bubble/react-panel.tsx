import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { messageTexts } from '../texts/texts.ts';
import classes from './bubble.module.css';
import type { OwnReaction } from './use-react.ts';

const quick = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

/** Six that are used most, and all the others behind the plus. */
export function ReactPanel({ own, onDone }: { own: OwnReaction; onDone(): void }): ReactNode {
  const t = useTexts(messageTexts);
  const [all, setAll] = useState(false);
  const choose = (emoji: string) => {
    own.react(emoji);
    onDone();
  };
  if (all) return <EmojiPicker onPick={choose} />;
  return (
    <div className={classes.quick}>
      {quick.map((emoji, n) => (
        <UnstyledButton
          key={emoji}
          className={classes.quickEmoji ?? ''}
          data-autofocus={n === 0 || undefined}
          data-chosen={own.emoji === emoji || undefined}
          aria-label={own.emoji === emoji ? t('takeReactionBack') : t('reactWith', { emoji })}
          onClick={() => choose(emoji)}
        >
          {emoji}
        </UnstyledButton>
      ))}
      <ActionIcon size="lg" radius="xl" aria-label={t('moreEmoji')} onClick={() => setAll(true)}>
        <IconPlus size={18} />
      </ActionIcon>
    </div>
  );
}
