import { Group, SegmentedControl, Select } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, Loaded, PageHeader, RowsSkeleton, useMinute } from '../../../ui/index.ts';
import { NumbersBody } from './numbers-body.tsx';
import { type Period, periods, spanOf } from './period.ts';
import { numbersTexts } from './texts/texts.ts';

export function BotNumbers() {
  const t = useTexts(numbersTexts);
  const mayChannels = useCan()('channels:read');
  const [period, setPeriod] = useState<Period>('days7');
  const [channelId, setChannelId] = useState<string | null>(null);
  const span = spanOf(period, new Date(useMinute() * 60_000));
  const only = channelId === null ? {} : { channelId };
  const read = useRead('bot.metrics', { ...span.now, ...only }, { keepPrevious: true });
  const before = useRead('bot.metrics', { ...span.before, ...only }, { keepPrevious: true });
  const channels = useRead('channels.list', {}, { enabled: mayChannels }).data?.channels ?? [];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Group mb="md" gap="sm">
        <SegmentedControl
          aria-label={t('period')}
          value={period}
          onChange={(chosen) => setPeriod(periods.find((one) => one === chosen) ?? 'days7')}
          data={periods.map((one) => ({ value: one, label: t(one) }))}
        />
        {channels.length > 1 && (
          <Select
            aria-label={t('channel')}
            placeholder={t('everyChannel')}
            value={channelId}
            onChange={setChannelId}
            clearable
            data={channels.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Group>
      <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} />}>
        {(metrics) =>
          metrics.turns === 0 && metrics.talks === 0 ? (
            <EmptyState icon={<IconChartBar size={26} stroke={1.6} />} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <NumbersBody metrics={metrics} before={before.data} />
          )
        }
      </Loaded>
    </>
  );
}
