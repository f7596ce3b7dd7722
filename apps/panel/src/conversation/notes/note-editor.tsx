import { Button, Combobox, Group, Text, Textarea, useCombobox } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { problemSentence, uiTexts } from '../../ui/index.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import { findMention, mentionedIn, suggestPeople } from './find-mention.ts';

interface Props {
  readonly label: string;
  readonly start?: string;
  readonly onSave: (text: string, mentions: string[]) => Promise<unknown>;
  readonly onCancel?: () => void;
}

/** A note for the team; after an @ it offers who can be called. The words stay when it could not be saved. */
export function NoteEditor({ label, start = '', onSave, onCancel }: Props) {
  const t = useTexts(conversationTexts);
  const ui = useTexts(uiTexts);
  const desk = useDesk();
  const [text, setText] = useState(start);
  const [cursor, setCursor] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const box = useRef<HTMLTextAreaElement>(null);
  const combobox = useCombobox();
  const active = [...desk.people.values()].filter((person) => person.state === 'active' && person.id !== desk.me);
  const mention = findMention(text, cursor);
  const offered = mention ? suggestPeople(active, mention.typed) : [];

  const change = (next: string, at: number) => {
    setText(next);
    setCursor(at);
    if (findMention(next, at)) {
      combobox.openDropdown();
      combobox.selectFirstOption();
    } else combobox.closeDropdown();
  };
  const call = (name: string) => {
    if (!mention) return;
    const next = `${text.slice(0, mention.at)}@${name} ${text.slice(cursor)}`;
    const at = mention.at + name.length + 2;
    change(next, at);
    combobox.closeDropdown();
    requestAnimationFrame(() => box.current?.setSelectionRange(at, at));
  };
  const save = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSave(text.trim(), mentionedIn(text, active));
      setText('');
    } catch (error) {
      setProblem(problemSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Combobox store={combobox} onOptionSubmit={call} position="bottom-start" withinPortal>
        <Combobox.Target>
          <Textarea
            ref={box}
            aria-label={t('noteLabel')}
            placeholder={t('noteHint')}
            value={text}
            error={problem}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            onChange={(event) => change(event.currentTarget.value, event.currentTarget.selectionStart)}
            onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!mention}>
          <Combobox.Options>
            {offered.length === 0 && <Combobox.Empty>{t('notOnTeam')}</Combobox.Empty>}
            {offered.map((person) => (
              <Combobox.Option key={person.id} value={person.name}>
                <Text size="sm">{person.name}</Text>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Group justify="flex-end" gap="xs" mt="xs">
        {onCancel && (
          <Button variant="default" size="xs" onClick={onCancel}>
            {ui('cancel')}
          </Button>
        )}
        <Button size="xs" variant="light" loading={busy} disabled={text.trim() === ''} onClick={() => void save()}>
          {label}
        </Button>
      </Group>
    </div>
  );
}
