import { IconArrowForwardUp } from '@tabler/icons-react';
import { botWords } from '../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { clockTime } from '../../ui/index.ts';
import classes from './bot.module.css';
import { HandoffFacts } from './handoff-facts.tsx';
import type { BotHandoff } from './read-turns.ts';
import { botSignTexts } from './texts/texts.ts';

/** In the talk, at its place: the bot gave it to people, why, and what they should know. */
export function HandoffCard({ handoff }: { handoff: BotHandoff }) {
  const t = useTexts(botSignTexts);
  const words = useTexts(botWords);
  const language = useLanguage();
  return (
    <section className={classes.card} aria-label={t('handoff')}>
      <div className={classes.cardHead}>
        <IconArrowForwardUp size={15} stroke={1.7} aria-hidden />
        <strong>{t('handoff')}</strong>
        <span>{words(`reason_${handoff.reason}`)}</span>
        <time dateTime={handoff.at}>{clockTime(handoff.at, language)}</time>
      </div>
      <HandoffFacts handoff={handoff} />
    </section>
  );
}
