import { Badge, Button, CloseButton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmDialog } from '../../../ui/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import classes from './places.module.css';
import { placesTexts } from './texts/texts.ts';

type Queue = Output<'queues.list'>['queues'][number];

/** The queues of a department, side by side. */
export function QueueChips({ departmentId, mayWrite }: { departmentId: string; mayWrite: boolean }) {
  const t = useTexts(placesTexts);
  const { data } = useRead('queues.list', {});
  const [adding, setAdding] = useState(false);
  const create = useWrite('queues.create', { refreshes: ['queues.list'] });
  const queues = (data?.queues ?? []).filter((queue) => queue.departmentId === departmentId);
  return (
    <div className={classes.chips}>
      {queues.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('noQueues')}
        </Text>
      )}
      {queues.map((queue) => (
        <QueueChip key={queue.id} queue={queue} mayWrite={mayWrite} />
      ))}
      {mayWrite && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={12} stroke={2} />}
          onClick={() => setAdding(true)}
        >
          {t('newQueue')}
        </Button>
      )}
      {adding && (
        <EditDialog
          title={t('newQueue')}
          start={{ name: '' }}
          yes={t('create')}
          onSave={({ name }) => create.mutateAsync({ departmentId, name })}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

function QueueChip({ queue, mayWrite }: { queue: Queue; mayWrite: boolean }) {
  const t = useTexts(placesTexts);
  const [asking, setAsking] = useState(false);
  const archive = useWrite('queues.archive', { refreshes: ['queues.list'] });
  return (
    <>
      <Badge
        variant="light"
        size="md"
        rightSection={
          mayWrite && (
            <CloseButton
              size="xs"
              onClick={() => setAsking(true)}
              aria-label={t('archiveTitle', { name: queue.name })}
            />
          )
        }
      >
        {queue.name}
      </Badge>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        danger
        title={t('archiveTitle', { name: queue.name })}
        question={t('archiveQueue')}
        yes={t('archive')}
        onConfirm={() => archive.mutateAsync({ queueId: queue.id })}
      />
    </>
  );
}
