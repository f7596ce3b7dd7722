import { Anchor } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { isOnlyEmoji } from '../rich-text/is-only-emoji.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import { messageTexts } from '../texts/texts.ts';
import classes from './body.module.css';

const LONG = 1_600;

/** Words; very long ones are cut until asked for. One to three emojis alone are shown large. */
export function TextBody({ text }: { text: string }): ReactNode {
  const t = useTexts(messageTexts);
  const [whole, setWhole] = useState(false);
  if (isOnlyEmoji(text)) return <p className={classes.emoji}>{text}</p>;
  if (text.length <= LONG) return <RichText text={text} />;
  return (
    <>
      <RichText text={whole ? text : `${text.slice(0, LONG * 0.75).trimEnd()}…`} />
      <Anchor component="button" type="button" size="sm" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {t(whole ? 'readLess' : 'readMore')}
      </Anchor>
    </>
  );
}
