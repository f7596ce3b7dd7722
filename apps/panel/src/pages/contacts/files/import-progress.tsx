import { Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { api, type Output, refresh, useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Loaded, tell, uiTexts } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';

type Import = Output<'imports.get'>['import'];
const isOver = (one: Import): boolean => one.state === 'done' || one.state === 'failed' || one.state === 'cancelled';

export function ImportProgress({
  importId,
  onAnother,
  onClose,
}: {
  importId: string;
  onAnother: () => void;
  onClose: () => void;
}) {
  const read = useRead('imports.get', { importId }, { refetchInterval: 1_000, staleTime: 0 });
  const over = read.data !== undefined && isOver(read.data.import);
  useEffect(() => {
    if (over) void refresh('contacts.list', 'contacts.count', 'tags.list');
  }, [over]);
  return (
    <Loaded read={read}>
      {({ import: one }) => <Standing one={one} over={over} onAnother={onAnother} onClose={onClose} />}
    </Loaded>
  );
}

function Standing({
  one,
  over,
  onAnother,
  onClose,
}: {
  one: Import;
  over: boolean;
  onAnother: () => void;
  onClose: () => void;
}) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const cancel = useWrite('imports.cancel', {
    refreshes: ['imports.get'],
    onError: (problem) => tell.problem(problem),
  });
  const share = one.total === null || one.total === 0 ? 0 : (one.done / one.total) * 100;
  return (
    <Stack gap="md">
      <div role="status">
        <Text size="sm" mb={4}>
          {sentenceOf(one, t)}
        </Text>
        <Progress value={over ? 100 : share} animated={!over} color={one.state === 'failed' ? 'red' : 'petroleo'} />
      </div>
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
        {(['created', 'updated', 'skipped', 'failed'] as const).map((what) => (
          <div key={what}>
            <Text size="lg" fw={700}>
              {one[what]}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`r_${what}`)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {one.problem !== null && (
        <Text size="sm" c="var(--b-danger)" role="alert">
          {one.problem}
        </Text>
      )}
      {!over && (
        <Text size="xs" c="dimmed">
          {t('background')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        {one.failed > 0 && <ErrorsFile importId={one.id} />}
        {over ? (
          <Button variant="default" onClick={onAnother}>
            {t('another')}
          </Button>
        ) : (
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ importId: one.id })}>
            {t('stop')}
          </Button>
        )}
        <Button onClick={onClose}>{ui('close')}</Button>
      </Group>
    </Stack>
  );
}

function sentenceOf(one: Import, t: ReturnType<typeof useTexts<typeof contactsTexts.pt>>): string {
  if (one.state === 'done') return t('importDone');
  if (one.state === 'failed') return t('importFailed');
  if (one.state === 'cancelled') return t('importCancelled');
  return one.total === null ? t('runningSome', { done: one.done }) : t('running', { done: one.done, total: one.total });
}

function ErrorsFile({ importId }: { importId: string }) {
  const t = useTexts(contactsTexts);
  const open = () =>
    api.call('imports.errors-file', { importId }).then(
      ({ url }) => window.location.assign(url),
      (error: unknown) => tell.problem(error),
    );
  return (
    <Button variant="subtle" leftSection={<IconDownload size={16} stroke={1.7} />} onClick={() => void open()}>
      {t('downloadErrors')}
    </Button>
  );
}
