import { Badge, Text } from '@mantine/core';
import { useRead } from '../../../api/index.ts';
import { percent } from '../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { RelativeTime, Section } from '../../../ui/index.ts';
import classes from './numbers.module.css';
import { numbersTexts } from './texts/texts.ts';

const SHOWN = 8;

/** The last attempts to make the bot say or do what it must not; the words themselves stay in the talk. */
export function Attacks() {
  const t = useTexts(numbersTexts);
  const language = useLanguage();
  const read = useRead('bot.attacks', { limit: SHOWN });
  const attacks = read.data?.attacks ?? [];
  if (attacks.length === 0) return null;
  return (
    <Section title={t('attacks')} lead={t('attacksHint')}>
      {attacks.map((one) => (
        <div key={one.id} className={classes.attack}>
          <Badge size="sm" variant="light" color={one.kind === 'leak' ? 'red' : 'yellow'}>
            {t(`attack_${one.kind}`)}
          </Badge>
          <Text size="sm" flex={1} miw={0} truncate>
            {one.signs.join(', ')}
          </Text>
          {one.score !== null && (
            <Text size="xs" c="dimmed">
              {percent(one.score, language)}
            </Text>
          )}
          <RelativeTime at={one.at} />
        </div>
      ))}
    </Section>
  );
}
