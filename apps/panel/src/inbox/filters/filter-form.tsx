import { Button, Group, Select, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../conversation/index.ts';
import { useTexts } from '../../text/index.ts';
import type { InboxQuestion } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import { SaveViewForm } from './save-view-form.tsx';
import { type FilterName, filtersOf, onlyView, withoutFilter } from './use-question.ts';

interface Props {
  readonly question: InboxQuestion;
  readonly onAsk: (question: InboxQuestion) => void;
  readonly onEnd: () => void;
}

const choices = (things: Iterable<{ readonly id: string; readonly name: string }>) =>
  [...things].map(({ id, name }) => ({ value: id, label: name }));

/** What the filters hold; fetched with their first opening. */
export function FilterForm({ question, onAsk, onEnd }: Props) {
  const t = useTexts(inboxTexts);
  const desk = useDesk();
  const [saving, setSaving] = useState(false);
  const on = filtersOf(question).length;
  const set = (name: FilterName, value: string | null) =>
    onAsk(value === null ? withoutFilter(question, name) : { ...question, [name]: value });
  const selects = [
    ['departmentId', t('department'), choices(desk.departments.values())],
    ['channelId', t('channel'), choices(desk.channels.values())],
    ['tagId', t('tag'), choices(desk.tags.values())],
    ['assigneeId', t('attendant'), [{ value: 'none', label: t('nobody') }, ...choices(desk.people.values())]],
  ] as const;
  if (saving) return <SaveViewForm question={question} onAsk={onAsk} onEnd={onEnd} />;
  return (
    <Stack gap="sm">
      {selects.map(([name, words, data]) => (
        <Select
          key={name}
          label={words}
          placeholder={t('anyone')}
          data={data}
          value={question[name] ?? null}
          onChange={(value) => set(name, value)}
          clearable
          searchable
          openOnFocus={false}
          size="sm"
          comboboxProps={{ withinPortal: false }}
        />
      ))}
      <Switch
        label={t('onlyUnread')}
        checked={question.unread === 'true'}
        onChange={(event) => set('unread', event.currentTarget.checked ? 'true' : null)}
      />
      <Group justify="space-between" gap="xs">
        <Button size="xs" variant="subtle" color="gray" disabled={on === 0} onClick={() => onAsk(onlyView(question))}>
          {t('clearFilters')}
        </Button>
        <Button size="xs" variant="light" disabled={on === 0} onClick={() => setSaving(true)}>
          {t('saveView')}
        </Button>
      </Group>
    </Stack>
  );
}
