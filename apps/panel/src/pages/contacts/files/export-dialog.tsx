import { Button, Group, Modal, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, Loaded, uiTexts } from '../../../ui/index.ts';
import type { Filters } from '../list/filters-bar.tsx';
import { contactsTexts } from '../texts/texts.ts';

/** The contacts of the list as it is filtered now, written in the background. */
export function ExportDialog({ filters, onClose }: { filters: Omit<Filters, 'order'>; onClose: () => void }) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx');
  const start = useWrite('exports.start');
  const exportId = start.data?.export.id;
  return (
    <Modal opened onClose={onClose} title={t('exportTitle')}>
      <Stack gap="md">
        <Text size="sm">{t('exportLead')}</Text>
        {exportId === undefined ? (
          <>
            <SegmentedControl
              aria-label={t('format')}
              value={format}
              onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
              data={[
                { value: 'xlsx', label: 'Excel (XLSX)' },
                { value: 'csv', label: 'CSV' },
              ]}
            />
            <FormProblem problem={start.error} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {ui('cancel')}
              </Button>
              <Button loading={start.isPending} onClick={() => start.mutate({ format, filters })}>
                {t('startExport')}
              </Button>
            </Group>
          </>
        ) : (
          <Writing exportId={exportId} />
        )}
      </Stack>
    </Modal>
  );
}

function Writing({ exportId }: { exportId: string }) {
  const t = useTexts(contactsTexts);
  const read = useRead('exports.get', { exportId }, { refetchInterval: 1_000, staleTime: 0 });
  return (
    <Loaded read={read}>
      {({ export: one, link }) => {
        if (one.state === 'failed' || one.state === 'cancelled' || one.state === 'expired')
          return (
            <Text size="sm" c="var(--b-danger)" role="alert">
              {t('exportFailed')} {one.problem ?? ''}
            </Text>
          );
        if (link === null)
          return (
            <div role="status">
              <Text size="sm" mb={4}>
                {t('exporting', { done: one.done })}
              </Text>
              <Progress value={one.total ? (one.done / one.total) * 100 : 5} animated aria-label={t('exportTitle')} />
            </div>
          );
        return (
          <Group justify="space-between">
            <Text size="sm">{t('exportReady')}</Text>
            <Button component="a" href={link.url} leftSection={<IconDownload size={18} stroke={1.7} />}>
              {t('download')}
            </Button>
          </Group>
        );
      }}
    </Loaded>
  );
}
