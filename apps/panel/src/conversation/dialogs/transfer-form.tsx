import { SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { usePresence } from '../../realtime/index.ts';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../../ui/index.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import { FormEnd, type FormProps, useBusy } from './form-end.tsx';

type Target = 'departmentId' | 'queueId' | 'teamId' | 'memberId';
type Choice = { readonly value: string; readonly label: string };

/** Where a ticket can go, in the words of the shop: people who are here first. */
function useChoices(): Readonly<Record<Target, readonly Choice[]>> {
  const desk = useDesk();
  const ui = useTexts(uiTexts);
  const presence = usePresence();
  const rank = { online: 0, away: 1, offline: 2 };
  return {
    departmentId: [...desk.departments.values()].map(({ id, name }) => ({ value: id, label: name })),
    queueId: [...desk.queues.values()].map(({ id, name, departmentId }) => ({
      value: id,
      label: `${desk.departments.get(departmentId)?.name ?? ''} › ${name}`,
    })),
    teamId: [...desk.teams.values()].map(({ id, name }) => ({ value: id, label: name })),
    memberId: [...desk.people.values()]
      .filter((person) => person.state === 'active')
      .map((person) => ({ person, state: presence(person.id) }))
      .sort((a, b) => rank[a.state] - rank[b.state] || a.person.name.localeCompare(b.person.name))
      .map(({ person, state }) => ({ value: person.id, label: `${person.name} · ${ui(state)}` })),
  };
}

export function TransferForm({ act, cancel }: FormProps) {
  const t = useTexts(conversationTexts);
  const choices = useChoices();
  const kinds = (
    [
      ['departmentId', t('toDepartment')],
      ['queueId', t('toQueue')],
      ['teamId', t('toTeam')],
      ['memberId', t('toPerson')],
    ] as const
  ).filter(([kind]) => choices[kind].length > 0);
  const [kind, setKind] = useState<Target>(kinds[0]?.[0] ?? 'memberId');
  const [target, setTarget] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { busy, run } = useBusy(act);
  const ready = target !== null && reason.trim() !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void run({ do: 'transfer', [kind]: target, reason: reason.trim() });
      }}
    >
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          value={kind}
          aria-label={t('transferTo')}
          data={kinds.map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            setKind(value);
            setTarget(null);
          }}
        />
        <Select
          label={t('transferTo')}
          placeholder={t('choose')}
          data={[...choices[kind]]}
          value={target}
          onChange={setTarget}
          searchable
          openOnFocus={false}
          nothingFoundMessage={t('nothingFound')}
          required
          data-autofocus
        />
        <Textarea
          label={t('reason')}
          description={t('transferReasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          required
        />
      </Stack>
      <FormEnd yes={t('transfer')} busy={busy} cancel={cancel} disabled={!ready} />
    </form>
  );
}
