import { Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Output } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { TextLink } from '../../../../ui/index.ts';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';

const SHOWN = 8;

/** What is most often taken for what, with the very sentences. */
export function Confusions({ confusions }: { confusions: Output<'intents.evaluation'>['confusions'] }) {
  const t = useTexts(intentsTexts);
  return confusions.slice(0, SHOWN).map((one) => (
    <div key={`${one.key} ${one.takenFor}`} className={classes.message}>
      <Text size="sm" fw={600}>
        <TextLink to="/bot/$section/$item" params={{ section: 'intents', item: one.key }} inherit>
          {one.name}
        </TextLink>{' '}
        <IconArrowRight size={14} stroke={1.7} aria-label={t('takenFor')} style={{ verticalAlign: '-0.15em' }} />{' '}
        <TextLink to="/bot/$section/$item" params={{ section: 'intents', item: one.takenFor }} inherit>
          {one.takenForName}
        </TextLink>{' '}
        <Text span size="xs" c="dimmed">
          {t('times', { count: one.count })}
        </Text>
      </Text>
      {one.sentences.slice(0, 4).map((sentence) => (
        <Text key={sentence} size="sm" c="dimmed">
          “{sentence}”
        </Text>
      ))}
    </div>
  ));
}
