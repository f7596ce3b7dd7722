import { Popover, Skeleton, UnstyledButton } from '@mantine/core';
import { IconCheck, IconInfoCircle, IconShieldExclamation } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useStore } from '../../api/index.ts';
import { botWords, percent, useIntentName, useStateWords } from '../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import classes from './bot.module.css';
import { corrections } from './corrections.ts';
import { type BotTurn, isWorthAsking } from './read-turns.ts';
import { botSignTexts } from './texts/texts.ts';
import { useBotSigns } from './use-bot-talk.ts';

const Correct = lazy(async () => ({ default: (await import('./correct-intent.tsx')).CorrectIntent }));
const Why = lazy(async () => ({ default: (await import('./why-said.tsx')).WhySaid }));

/** Under a message, quietly: what the bot understood of it, or how it came to say it. */
export function BotSign({ message }: { message: ThreadMessage }) {
  const { heard, said } = useBotSigns();
  if (message.direction === 'in') {
    const turn = heard.get(message.id);
    return turn ? <Understood turn={turn} message={message} /> : null;
  }
  const turn = said.get(message.id);
  return turn && isWorthAsking(turn) ? <Said turn={turn} /> : null;
}

function Understood({ turn, message }: { turn: BotTurn; message: ThreadMessage }) {
  const t = useTexts(botSignTexts);
  const language = useLanguage();
  const nameOf = useIntentName();
  const [opened, setOpened] = useState(false);
  const said = useStore(corrections).get(turn.id);
  const name = nameOf(said ?? turn.intent);
  const sure = said !== undefined || turn.confidence === null ? '' : percent(turn.confidence, language);
  return (
    <div className={classes.sign} data-side="in">
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width={300}>
        <Popover.Target>
          <UnstyledButton
            className={classes.chip ?? ''}
            aria-label={t('understoodAs', { name, sure })}
            title={t('correctHint')}
            onClick={() => setOpened(!opened)}
          >
            {turn.attack && <IconShieldExclamation size={13} stroke={1.7} aria-hidden />}
            {said !== undefined && <IconCheck size={13} stroke={2} aria-hidden />}
            <span>{name}</span>
            <span className={classes.sure}>{sure}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <Suspense fallback={<Skeleton height={240} />}>
            <Correct turn={turn} message={message} onDone={() => setOpened(false)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function Said({ turn }: { turn: BotTurn }) {
  const t = useTexts(botSignTexts);
  const words = useTexts(botWords);
  const [opened, setOpened] = useState(false);
  const { reasonWords } = useStateWords();
  const parts = [
    ...(turn.attack ? [t('attackShort')] : turn.reason === null ? [] : [reasonWords(turn.reason)]),
    ...(turn.answeredBy === null || turn.answeredBy === 'template' ? [] : [words(`made_${turn.answeredBy}`)]),
    ...(turn.sources.length > 0 ? [t('sources', { count: turn.sources.length })] : []),
  ];
  return (
    <div className={classes.sign} data-side="out">
      <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus width={340}>
        <Popover.Target>
          <UnstyledButton
            className={classes.chip ?? ''}
            aria-label={`${t('why')} ${parts.join(', ')}`}
            onClick={() => setOpened(!opened)}
          >
            {turn.attack ? (
              <IconShieldExclamation size={13} stroke={1.7} aria-hidden />
            ) : (
              <IconInfoCircle size={13} stroke={1.7} aria-hidden />
            )}
            <span>{parts.join(' · ') || t('why')}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<Skeleton height={160} />}>
            <Why turn={turn} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
