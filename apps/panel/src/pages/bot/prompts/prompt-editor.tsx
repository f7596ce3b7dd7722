import { Button, Code, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { keyOf, type Output, queryClient, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmButton, FormProblem, Section, tell } from '../../../ui/index.ts';
import classes from './prompts.module.css';
import { promptsTexts } from './texts/texts.ts';

export type Prompt = Output<'prompts.get'>['prompt'];

/** A draft: saved as often as one likes, told to models once it is published. */
export function PromptEditor({ prompt }: { prompt: Prompt }) {
  const t = useTexts(promptsTexts);
  const navigate = useNavigate();
  const mayWrite = useCan()('bot:write');
  const [text, setText] = useState(prompt.text);
  const [note, setNote] = useState(prompt.note);
  const variables = useRead('prompts.list', { limit: 100 }).data?.variables ?? [];
  const dirty = text.trim() !== prompt.text || note.trim() !== prompt.note;
  const keep = ({ prompt: fresh }: { prompt: Prompt }) =>
    queryClient.setQueryData(keyOf('prompts.get', { id: fresh.id }), { prompt: fresh });
  const refreshes = ['prompts.list', 'prompts.diff'] as const;
  const save = useWrite('prompts.save', { refreshes, onSuccess: keep });
  const publish = useWrite('prompts.publish', {
    refreshes: ['prompts.list', 'prompts.diff', 'bot.get'],
    onSuccess: (saved) => {
      keep(saved);
      tell.done(t('inForce'));
    },
  });
  const discard = useWrite('prompts.delete', {
    refreshes,
    onSuccess: () => void navigate({ to: '/bot/$section', params: { section: 'prompts' } }),
  });
  const store = () =>
    save.mutateAsync({ id: prompt.id, text: text.trim(), note: note.trim(), ifUpdatedAt: prompt.updatedAt });
  const put = async () => {
    const { prompt: saved } = dirty ? await store() : { prompt };
    await publish.mutateAsync({ id: prompt.id, ifUpdatedAt: saved.updatedAt });
  };
  return (
    <Section title={t('text')} quiet>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          store().then(
            () => tell.done(t('saved')),
            () => undefined, // told beside the button
          );
        }}
      >
        <fieldset disabled={!mayWrite} className={classes.fields}>
          <Stack>
            <Textarea
              label={t('told')}
              description={t('toldHint')}
              value={text}
              maxLength={20_000}
              autosize
              minRows={14}
              maxRows={36}
              required
              onChange={(event) => setText(event.currentTarget.value)}
            />
            {variables.length > 0 && (
              <Group gap={4}>
                <Text size="xs" c="dimmed">
                  {t('variables')}
                </Text>
                {variables.map((one) => (
                  <Code key={one}>{`{${one}}`}</Code>
                ))}
              </Group>
            )}
            <TextInput
              label={t('note')}
              placeholder={t('notePlaceholder')}
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <FormProblem problem={save.error ?? publish.error} />
            {mayWrite && (
              <Group gap="xs">
                <ConfirmButton
                  variant="filled"
                  disabled={text.trim() === ''}
                  title={t('publish')}
                  question={t('publishQuestion')}
                  yes={t('publish')}
                  onConfirm={put}
                >
                  {t('publish')}
                </ConfirmButton>
                <Button
                  type="submit"
                  variant="default"
                  disabled={!dirty || text.trim() === ''}
                  loading={save.isPending}
                >
                  {t('save')}
                </Button>
                <ConfirmButton
                  variant="subtle"
                  color="gray"
                  title={t('discard')}
                  question={t('discardQuestion')}
                  yes={t('discard')}
                  danger
                  onConfirm={() => discard.mutateAsync({ id: prompt.id })}
                >
                  {t('discard')}
                </ConfirmButton>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
    </Section>
  );
}
