import { Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconChevronsUp,
  IconChevronUp,
  IconClockExclamation,
  IconClockPause,
  IconDeviceMobile,
  IconHourglass,
  IconRobot,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { windowState } from '../../conversation/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { clockTime, dayOf, useMinute } from '../../ui/index.ts';
import type { InboxItem } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import classes from './list.module.css';

interface Sign {
  readonly key: string;
  readonly words: string;
  readonly icon: typeof IconRobot;
  readonly tone?: 'warn' | 'danger' | 'accent';
}

/** What one must know before opening, as small signs with words for those who ask. */
export function useSigns(item: InboxItem): readonly Sign[] {
  const t = useTexts(inboxTexts);
  const language = useLanguage();
  const now = useMinute() * 60_000;
  const signs: Sign[] = [];
  if (item.priority === 'urgent')
    signs.push({ key: 'urgent', words: t('urgent'), icon: IconChevronsUp, tone: 'danger' });
  if (item.priority === 'high') signs.push({ key: 'high', words: t('high'), icon: IconChevronUp, tone: 'warn' });
  if (item.status === 'snoozed' && item.snoozedUntil !== null) {
    const until = `${dayOf(item.snoozedUntil, language)} ${clockTime(item.snoozedUntil, language)}`;
    signs.push({ key: 'snoozed', words: t('snoozedUntil', { until }), icon: IconClockPause });
  }
  if (item.status === 'waiting') signs.push({ key: 'waiting', words: t('waiting'), icon: IconHourglass });
  if (item.status !== 'resolved' && item.floor === 'bot')
    signs.push({ key: 'bot', words: t('withBot'), icon: IconRobot, tone: 'accent' });
  if (item.floor === 'phone_app') signs.push({ key: 'phone', words: t('withPhone'), icon: IconDeviceMobile });
  if (item.status !== 'resolved' && windowState(item.windowUntil, now).kind === 'closing')
    signs.push({ key: 'window', words: t('windowCloses'), icon: IconClockExclamation, tone: 'warn' });
  return signs;
}

export function ItemSigns({ signs }: { signs: readonly Sign[] }): ReactNode {
  return signs.map(({ key, words, icon: Icon, tone }) => (
    <Tooltip key={key} label={words}>
      <span className={classes.sign} data-tone={tone}>
        <Icon size={16} stroke={1.8} aria-hidden />
        <VisuallyHidden>{words}</VisuallyHidden>
      </span>
    </Tooltip>
  ));
}
