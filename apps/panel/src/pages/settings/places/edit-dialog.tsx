import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../ui/index.ts';
import { ColorSelect } from './color-select.tsx';
import { PeopleSelect } from './people-select.tsx';
import { placesTexts } from './texts/texts.ts';

export interface Edited {
  readonly name: string;
  readonly color?: string;
  readonly memberIds?: string[];
}

/** The one form of departments, queues, teams and tags: a name, and a colour or people where they have them. */
export function EditDialog({
  title,
  start,
  yes,
  onSave,
  onClose,
}: {
  title: string;
  start: Edited;
  yes: string;
  onSave: (edited: Edited) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTexts(placesTexts);
  const ui = useTexts(uiTexts);
  const [edited, setEdited] = useState(start);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await onSave({ ...edited, name: edited.name.trim() });
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            value={edited.name}
            onChange={(event) => setEdited({ ...edited, name: event.currentTarget.value })}
            maxLength={60}
            required
            data-autofocus
          />
          {edited.color !== undefined && (
            <ColorSelect value={edited.color} onChange={(color) => setEdited({ ...edited, color })} />
          )}
          {edited.memberIds !== undefined && (
            <PeopleSelect value={edited.memberIds} onChange={(memberIds) => setEdited({ ...edited, memberIds })} />
          )}
          <FormProblem problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={edited.name.trim() === ''}>
              {yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
