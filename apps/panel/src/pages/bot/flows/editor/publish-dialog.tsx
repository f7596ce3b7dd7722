import { Alert, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiProblem, api, useWorkspaceId, useWrite } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, RowsSkeleton, tell, uiTexts } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import { DiffView } from '../versions/diff-view.tsx';
import type { Check } from '../writing/editor-handle.ts';

interface Props {
  readonly channelId: string;
  readonly channelName: string;
  readonly source: string;
  /** The version that was in force when this text was begun. */
  readonly begunFrom: number | null;
  readonly onClose: () => void;
  readonly onPublished: (version: number, source: string) => void;
}

/** What will change, once more, before customers meet it. */
export function PublishDialog({ channelId, channelName, source, begunFrom, onClose, onPublished }: Props) {
  const t = useTexts(flowsTexts);
  const ui = useTexts(uiTexts);
  const workspace = useWorkspaceId();
  const [note, setNote] = useState('');
  const against = useQuery<Check, ApiProblem>({
    queryKey: [workspace ?? '', 'flows.check', source, channelId],
    queryFn: ({ signal }) => api.call('flows.check', { source, against: channelId }, { signal }),
    gcTime: 0,
  });
  const publish = useWrite('flows.publish', {
    refreshes: ['flows.get', 'flows.list', 'flows.versions', 'channels.list'],
    onSuccess: ({ version }) => {
      tell.done(t('published', { version }));
      onPublished(version, source);
      onClose();
    },
  });
  const warnings = against.data?.problems.filter((one) => one.severity === 'warning').length ?? 0;
  const changes = against.data?.changes ?? [];
  const nothing = against.data !== undefined && changes.every((line) => line.kind === 'same');
  return (
    <Modal opened onClose={onClose} title={t('publishTitle', { name: channelName })} size="lg" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate({ channelId, source, note, begunFrom });
        }}
      >
        <Text size="sm" mb="sm">
          {t('publishText')}
        </Text>
        {warnings > 0 && (
          <Alert color="yellow" variant="light" mb="sm" p="xs">
            {t('publishWarnings', { count: warnings })}
          </Alert>
        )}
        {against.isPending && <RowsSkeleton />}
        {nothing ? (
          <Text size="sm" c="dimmed" mb="sm">
            {t('noChanges')}
          </Text>
        ) : (
          <DiffView lines={changes} />
        )}
        <TextInput
          mt="sm"
          label={t('publishNote')}
          description={t('publishNoteHint')}
          value={note}
          maxLength={500}
          data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormProblem problem={publish.error ?? against.error} />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={publish.isPending} disabled={nothing}>
            {t('publish')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
