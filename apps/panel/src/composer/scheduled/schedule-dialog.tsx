import { Button, Checkbox, Divider, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { fullTime, problemSentence, tell } from '../../ui/index.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { DialogProps } from '../dialog-props.ts';
import { dialogTexts } from '../dialog-texts/texts.ts';
import type { Attachment } from '../files/attachment.ts';
import { uploadFile } from '../files/upload-file.ts';
import type { OutboundContent } from '../outgoing/outgoing-draft.ts';
import { localInput, presetTimes, proposedTime } from './recurrence-words.ts';
import { ScheduledList } from './scheduled-list.tsx';

const rhythms = ['never', 'day', 'week', 'month'] as const;
type Rhythm = (typeof rhythms)[number];

/** What stands in the message, at another time; and what waits already. */
export function ScheduleDialog({
  opened,
  onClosed,
  conversation,
  text,
  attachments,
  onClose,
  onScheduled,
}: DialogProps): ReactNode {
  const t = useTexts(dialogTexts);
  return (
    <DialogFrame opened={opened} onClose={onClose} onClosed={onClosed} title={t('schedule')} size="lg">
      <ScheduleForm
        conversation={conversation}
        text={text}
        attachments={attachments}
        onClose={onClose}
        onScheduled={onScheduled}
      />
      <Divider my="lg" label={t('waiting')} labelPosition="left" />
      <ScheduledList conversationId={conversation.conversationId} />
    </DialogFrame>
  );
}

function ScheduleForm(props: Omit<DialogProps, 'onSend' | 'opened' | 'onClosed'>): ReactNode {
  const { conversation, attachments, onClose, onScheduled } = props;
  const t = useTexts(dialogTexts);
  const language = useLanguage();
  const [words, setWords] = useState(props.text);
  const [when, setWhen] = useState(() => localInput(proposedTime(new Date())));
  const [rhythm, setRhythm] = useState<Rhythm>('never');
  const [until, setUntil] = useState('');
  const [onlyIfOpen, setOnlyIfOpen] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const create = useWrite('scheduled.create', { refreshes: ['scheduled.list'] });
  const at = new Date(when);
  const files = attachments.all;
  const [now] = useState(() => new Date());
  const presets = presetTimes(now);
  const afterWindow = conversation.windowUntil === null || at.getTime() > Date.parse(conversation.windowUntil);

  const save = async () => {
    if (words.trim() === '' && files.length === 0) return setProblem(t('scheduleEmpty'));
    if (!(at.getTime() > Date.now())) return setProblem(t('past'));
    setBusy(true);
    try {
      const [first, ...rest] = await Promise.all(files.map(mediaIdOf));
      await create.mutateAsync({
        conversationId: conversation.conversationId,
        ...contentsOf(words.trim(), files, first, rest),
        at: at.toISOString(),
        recurrence:
          rhythm === 'never'
            ? null
            : { every: rhythm, until: until === '' ? null : new Date(`${until}T23:59`).toISOString() },
        onlyIfOpen,
      });
      tell.done(t('scheduledAt', { when: fullTime(at.toISOString(), language) }));
      onScheduled();
      return onClose();
    } catch (error) {
      return setProblem(problemSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <Textarea
        label={t('scheduleText')}
        value={words}
        rows={3}
        autosize
        maxRows={8}
        data-autofocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {files.length > 0 ? <Text size="sm">{t('scheduleFiles', { count: files.length })}</Text> : null}
      <Group align="flex-end" gap="xs">
        <TextInput
          flex="1 1 14rem"
          type="datetime-local"
          label={t('when')}
          value={when}
          min={localInput(now)}
          onChange={(event) => setWhen(event.currentTarget.value)}
        />
        <Button variant="light" onClick={() => setWhen(localInput(presets.tomorrow))}>
          {t('tomorrow')}
        </Button>
        <Button variant="light" onClick={() => setWhen(localInput(presets.monday))}>
          {t('monday')}
        </Button>
      </Group>
      <Group grow align="flex-end" gap="xs">
        <Select
          label={t('repeat')}
          value={rhythm}
          allowDeselect={false}
          data={rhythms.map((one) => ({ value: one, label: one === 'never' ? t('never') : t(`every_${one}`) }))}
          onChange={(next) => setRhythm(rhythms.find((one) => one === next) ?? 'never')}
        />
        {rhythm === 'never' ? null : (
          <TextInput
            type="date"
            label={t('until')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
      </Group>
      <Checkbox
        label={t('onlyIfOpen')}
        checked={onlyIfOpen}
        onChange={(event) => setOnlyIfOpen(event.currentTarget.checked)}
      />
      {afterWindow ? (
        <Text size="sm" c="var(--b-warn)">
          {t('windowNote')}
        </Text>
      ) : null}
      <Group justify="flex-end" gap="sm">
        {problem === undefined ? null : (
          <Text size="sm" c="var(--b-danger)" role="alert">
            {problem}
          </Text>
        )}
        <Button loading={busy} onClick={() => void save()}>
          {t('doSchedule')}
        </Button>
      </Group>
    </Stack>
  );
}

async function mediaIdOf(it: Attachment): Promise<string> {
  if (it.from === 'server') return it.media.id;
  const watch = { onProgress: () => undefined, signal: new AbortController().signal };
  return (await uploadFile({ file: it.file, fileName: it.file.name, kind: it.kind }, watch)).id;
}

/** Words first and the files after them; without words the first file is the message. */
function contentsOf(words: string, files: readonly Attachment[], first: string | undefined, rest: readonly string[]) {
  const [file] = files;
  if (words !== '' || !file || first === undefined) {
    const content: OutboundContent = { kind: 'text', text: words };
    return { content, mediaIds: first === undefined ? [] : [first, ...rest] };
  }
  const content: OutboundContent = { kind: 'media', media: file.kind, source: { mediaId: first } };
  return { content, mediaIds: [...rest] };
}
