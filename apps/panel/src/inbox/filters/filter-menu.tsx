import { ActionIcon, Button, Group, Indicator, Popover, Select, Stack, Switch, Tooltip } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
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
}

const choices = (things: Iterable<{ readonly id: string; readonly name: string }>) =>
  [...things].map(({ id, name }) => ({ value: id, label: name }));

/** What narrows the view; all that are set hold at once. */
export function FilterMenu({ question, onAsk }: Props) {
  const t = useTexts(inboxTexts);
  const desk = useDesk();
  const [saving, setSaving] = useState(false);
  const [opened, setOpened] = useState(false);
  const change = (open: boolean) => {
    setOpened(open);
    setSaving(false);
  };
  const on = filtersOf(question).length;
  const set = (name: FilterName, value: string | null) =>
    onAsk(value === null ? withoutFilter(question, name) : { ...question, [name]: value });
  const selects = [
    ['departmentId', t('department'), choices(desk.departments.values())],
    ['channelId', t('channel'), choices(desk.channels.values())],
    ['tagId', t('tag'), choices(desk.tags.values())],
    ['assigneeId', t('attendant'), [{ value: 'none', label: t('nobody') }, ...choices(desk.people.values())]],
  ] as const;
  const label = on > 0 ? `${t('filters')}: ${t('filtersOn', { count: on })}` : t('filters');
  return (
    <Popover
      width={296}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
      opened={opened}
      onChange={change}
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
        {saving ? (
          <SaveViewForm question={question} onAsk={onAsk} onEnd={() => change(false)} />
        ) : (
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
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                disabled={on === 0}
                onClick={() => onAsk(onlyView(question))}
              >
                {t('clearFilters')}
              </Button>
              <Button size="xs" variant="light" disabled={on === 0} onClick={() => setSaving(true)}>
                {t('saveView')}
              </Button>
            </Group>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
