import { Button, Group, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { api, type Output, useReadPages } from '../../../api/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import {
  deviceName,
  EmptyState,
  ErrorState,
  fullTime,
  MoreButton,
  PageHeader,
  RowsSkeleton,
  Section,
  tell,
} from '../../../ui/index.ts';
import { actionTexts } from './actions/texts/texts.ts';
import type { Filters } from './filters.ts';
import classes from './log.module.css';
import { LogFilters } from './log-filters.tsx';
import { logTexts } from './texts/texts.ts';

type Entry = Output<'access-log.list'>['entries'][number];

export function LogSettings() {
  const t = useTexts(logTexts);
  const [filters, setFilters] = useState<Filters>({});
  const pages = useReadPages('access-log.list', filters, 'before', { keepPrevious: true });
  const entries = pages.data?.pages.flatMap((page) => page.entries);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<ExportButton filters={filters} />} />
      <Section title={t('title')} quiet>
        <LogFilters filters={filters} onChange={setFilters} />
        {pages.error && !entries && <ErrorState error={pages.error} onRetry={pages.refetch} />}
        {!entries && !pages.error && <RowsSkeleton rows={8} height={48} avatar={false} />}
        {entries?.length === 0 && (
          <EmptyState icon={<IconHistory size={24} stroke={1.6} />} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        )}
        {entries !== undefined && entries.length > 0 && <LogTable entries={entries} />}
        <MoreButton pages={pages} />
      </Section>
    </>
  );
}

function ExportButton({ filters }: { filters: Filters }) {
  const t = useTexts(logTexts);
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { csv, fileName, next } = await api.call('access-log.export', filters);
      const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1_000);
      if (next !== null) tell.done(t('more'));
    } catch (error) {
      tell.problem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} stroke={1.7} />}
      loading={busy}
      onClick={() => void download()}
    >
      {t('export')}
    </Button>
  );
}

function LogTable({ entries }: { entries: readonly Entry[] }) {
  const t = useTexts(logTexts);
  const narrow = useMediaQuery('(max-width: 40em)');
  if (narrow)
    return entries.map((one) => (
      <div key={one.id} className={classes.entry}>
        <What entry={one} />
        <Text size="xs" c="dimmed">
          <Who entry={one} /> · <When entry={one} />
        </Text>
        <Where entry={one} />
      </div>
    ));
  return (
    <Table verticalSpacing="xs" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('when')}</Table.Th>
          <Table.Th>{t('who')}</Table.Th>
          <Table.Th>{t('what')}</Table.Th>
          <Table.Th>{t('where')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <When entry={one} />
            </Table.Td>
            <Table.Td>
              <Who entry={one} />
            </Table.Td>
            <Table.Td>
              <What entry={one} />
            </Table.Td>
            <Table.Td>
              <Where entry={one} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const When = ({ entry }: { entry: Entry }) => fullTime(entry.at, useLanguage());
const Who = ({ entry }: { entry: Entry }) => {
  const t = useTexts(logTexts);
  return entry.who ?? t('stranger');
};

function What({ entry }: { entry: Entry }) {
  const a = useTexts(actionTexts);
  return (
    <Group gap={6}>
      <Text size="sm">{a(entry.action)}</Text>
      {entry.times > 1 && (
        <Text span size="xs" c="dimmed">
          {entry.times}×
        </Text>
      )}
    </Group>
  );
}

function Where({ entry }: { entry: Entry }) {
  const parts = [entry.device === null ? null : deviceName(entry.device), entry.address];
  return (
    <Text size="xs" c="dimmed">
      {parts.filter((part) => part !== null && part !== '').join(' · ')}
    </Text>
  );
}
