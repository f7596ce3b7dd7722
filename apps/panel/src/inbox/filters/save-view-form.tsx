import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { problemSentence, tell, uiTexts } from '../../ui/index.ts';
import type { InboxQuestion, SavedView } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';

type Filter = SavedView['filter'];

const base: Readonly<Record<string, Filter>> = {
  mine: { statuses: ['open', 'waiting'], assignee: 'me' },
  unassigned: { statuses: ['queued', 'open', 'waiting'], assignee: 'none' },
  triage: { statuses: ['triage'] },
  snoozed: { statuses: ['snoozed'] },
  resolved: { statuses: ['resolved'] },
};

/** The view that is looked at with what narrows it, as one filter. */
export function filterOf(question: InboxQuestion): Filter {
  const { departmentId, channelId, tagId, assigneeId, unread } = question;
  return {
    ...base[question.view ?? 'mine'],
    ...(departmentId === undefined ? {} : { departmentIds: [departmentId] }),
    ...(channelId === undefined ? {} : { channelIds: [channelId] }),
    ...(tagId === undefined ? {} : { tagIds: [tagId] }),
    ...(assigneeId === undefined ? {} : { assignee: assigneeId }),
    ...(unread === 'true' ? { unread: true } : {}),
  };
}

interface Props {
  readonly question: InboxQuestion;
  readonly onAsk: (question: InboxQuestion) => void;
  readonly onEnd: () => void;
}

export function SaveViewForm({ question, onAsk, onEnd }: Props) {
  const t = useTexts(inboxTexts);
  const ui = useTexts(uiTexts);
  const can = useCan();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useWrite('views.save', {
    refreshes: ['views.list'],
    onSuccess: ({ view }) => {
      tell.done(t('viewSaved'));
      onAsk({ view: view.id });
      onEnd();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name, shared, filter: filterOf(question) });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('viewName')}
          placeholder={t('viewNameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={save.error ? problemSentence(save.error) : undefined}
          maxLength={60}
          required
          data-autofocus
        />
        {can('desk:write') && (
          <Checkbox
            label={t('shareView')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onEnd}>
            {ui('cancel')}
          </Button>
          <Button size="xs" type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {ui('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
