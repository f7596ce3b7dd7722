import { Button, HoverCard, Text } from '@mantine/core';
import { IconClock, IconClockExclamation, IconClockOff } from '@tabler/icons-react';
import { useLanguage, useTexts } from '../../text/index.ts';
import { clockTime, useMinute } from '../../ui/index.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './window.module.css';
import { timeLeft, type WindowState, windowState } from './window-state.ts';

const icons = { open: IconClock, closing: IconClockExclamation, closed: IconClockOff, never: IconClockOff } as const;

/** The 24-hour window: how long one may write freely, and what to do when it is over. */
export function WindowClock({ until, onTemplates }: { until: string | null; onTemplates: () => void }) {
  const t = useTexts(conversationTexts);
  const language = useLanguage();
  const state = windowState(until, useMinute() * 60_000);
  const Icon = icons[state.kind];
  const end = until === null ? '' : clockTime(until, language);
  const left = timeLeft(state.minutes);
  const explained: Record<WindowState['kind'], string> = {
    open: t('windowOpenText', { until: end }),
    closing: t('windowClosingText', { until: end }),
    closed: t('windowClosedText'),
    never: t('windowNeverText'),
  };
  const short: Record<WindowState['kind'], string> = {
    open: left,
    closing: t('windowClosing', { left }),
    closed: t('windowClosed'),
    never: t('windowNever'),
  };
  const closed = state.kind === 'closed' || state.kind === 'never';
  return (
    <HoverCard width={288} shadow="lg" position="bottom-end" openDelay={200}>
      <HoverCard.Target>
        <button
          type="button"
          className={classes.clock}
          data-state={state.kind}
          aria-label={`${t('window')}: ${short[state.kind]}. ${explained[state.kind]}`}
        >
          <Icon size={16} stroke={1.7} aria-hidden />
          <span className={classes.left}>{short[state.kind]}</span>
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text size="sm" fw={600}>
          {t('window')}
        </Text>
        <Text size="sm" mt={4}>
          {explained[state.kind]}
        </Text>
        {closed && (
          <Button size="xs" mt="sm" variant="light" onClick={onTemplates}>
            {t('chooseTemplate')}
          </Button>
        )}
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
