import { ActionIcon, Indicator, Popover, Skeleton, Tooltip } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import type { InboxQuestion } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import { filtersOf } from './use-question.ts';

interface Props {
  readonly question: InboxQuestion;
  readonly onAsk: (question: InboxQuestion) => void;
}

const FilterForm = lazy(async () => ({ default: (await import('./filter-form.tsx')).FilterForm }));

/** What narrows the view; all that are set hold at once. */
export function FilterMenu({ question, onAsk }: Props) {
  const t = useTexts(inboxTexts);
  const [opened, setOpened] = useState(false);
  const on = filtersOf(question).length;
  const label = on > 0 ? `${t('filters')}: ${t('filtersOn', { count: on })}` : t('filters');
  return (
    <Popover
      width={296}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
      opened={opened}
      onChange={setOpened}
    >
      <Indicator disabled={on === 0} label={on} size={16} color="petroleo" offset={4}>
        <Popover.Target>
          <Tooltip label={label}>
            <ActionIcon
              size="lg"
              aria-label={label}
              aria-haspopup="dialog"
              aria-expanded={opened}
              variant={on > 0 ? 'light' : 'subtle'}
              color={on > 0 ? 'petroleo' : 'gray'}
              onClick={() => setOpened(!opened)}
            >
              <IconFilter size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown role="dialog" aria-label={t('filters')}>
        <Suspense fallback={<Skeleton height={320} />}>
          <FilterForm question={question} onAsk={onAsk} onEnd={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
