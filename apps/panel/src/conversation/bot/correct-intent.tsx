import { Text } from '@mantine/core';
import { useIntentName } from '../../bot-words/index.ts';
import { useTexts } from '../../text/index.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import type { BotTurn } from './read-turns.ts';
import { botSignTexts } from './texts/texts.ts';

export function CorrectIntent({ turn }: { turn: BotTurn; message: ThreadMessage; onDone: () => void }) {
  const t = useTexts(botSignTexts);
  const nameOf = useIntentName();
  return (
    <Text size="sm">
      {t('understood')}: {nameOf(turn.intent)}
    </Text>
  );
}
