import { Button, Group, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmButton, FormProblem, PageHeader, Section, tell, uiTexts } from '../../../ui/index.ts';
import { CallForm } from './forms/call-form.tsx';
import { DocumentsForm } from './forms/documents-form.tsx';
import { SimpleForm } from './forms/simple-form.tsx';
import { toolsTexts } from './texts/texts.ts';
import { identifier, readBody, type ToolDraft, toSave } from './tool-draft.ts';
import classes from './tools.module.css';

const isReady = (draft: ToolDraft): boolean => {
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(draft.name) || draft.description.trim() === '') return false;
  if (draft.kind === 'send_document') return draft.documents.length > 0;
  if (draft.kind !== 'http' && draft.kind !== 'order_status') return true;
  return draft.call.url.trim().length >= 8 && readBody(draft.call.body) !== undefined;
};

export function ToolForm({ first }: { first: ToolDraft }) {
  const t = useTexts(toolsTexts);
  const ui = useTexts(uiTexts);
  const mayWrite = useCan()('bot:write');
  const navigate = useNavigate();
  const [draft, setDraft] = useState(first);
  const change = (part: Partial<ToolDraft>) => setDraft((now) => ({ ...now, ...part }));
  const { kind } = draft;
  const home = () => void navigate({ to: '/bot/$section', params: { section: 'tools' } });
  const save = useWrite('tools.save', {
    refreshes: ['tools.list'],
    onSuccess: () => {
      tell.done(t('saved'));
      if (first.id === undefined) home();
    },
  });
  const remove = useWrite('tools.remove', { refreshes: ['tools.list'], onSuccess: home });
  const calls = kind === 'http' || kind === 'order_status';
  const asksAlways = kind === 'http' && (draft.call.effect === 'money' || draft.call.effect === 'cancels');
  return (
    <>
      <PageHeader
        title={kind === 'http' && first.name !== '' ? first.name : t(`kind_${kind}`)}
        lead={t(`about_${kind}`)}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady(draft)) save.mutate(toSave(draft));
        }}
      >
        <fieldset disabled={!mayWrite} className={classes.fields}>
          <Section title={t('general')}>
            <Stack>
              {(calls || kind === 'send_document') && (
                <TextInput
                  label={t('name')}
                  description={t('nameHint')}
                  value={draft.name}
                  maxLength={40}
                  required
                  onChange={(event) => change({ name: event.currentTarget.value })}
                  onBlur={() => change({ name: identifier(draft.name) })}
                />
              )}
              <Textarea
                label={t('description')}
                description={t('descriptionHint')}
                value={draft.description}
                maxLength={500}
                autosize
                minRows={2}
                required
                onChange={(event) => change({ description: event.currentTarget.value })}
              />
              <SimpleForm draft={draft} change={change} />
              <Switch
                label={t('confirm')}
                description={asksAlways ? t('confirmAlways') : undefined}
                checked={draft.confirm || asksAlways}
                disabled={asksAlways}
                onChange={(event) => change({ confirm: event.currentTarget.checked })}
              />
              <Switch
                label={t('enabled')}
                checked={draft.enabled}
                onChange={(event) => change({ enabled: event.currentTarget.checked })}
              />
            </Stack>
          </Section>
          {kind === 'send_document' && <DocumentsForm draft={draft} change={change} />}
          {calls && (
            <CallForm
              call={draft.call}
              kind={kind}
              change={(part) => setDraft((now) => ({ ...now, call: { ...now.call, ...part } }))}
            />
          )}
          <Stack mt="md" gap="sm">
            <FormProblem problem={save.error} />
            {mayWrite && (
              <Group gap="xs">
                <Button type="submit" loading={save.isPending} disabled={!isReady(draft)}>
                  {ui('save')}
                </Button>
                {first.id !== undefined && (
                  <ConfirmButton
                    variant="subtle"
                    color="gray"
                    title={t('remove')}
                    question={t('removeQuestion')}
                    yes={t('remove')}
                    danger
                    onConfirm={() => remove.mutateAsync({ id: first.id ?? '' })}
                  >
                    {t('remove')}
                  </ConfirmButton>
                )}
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
    </>
  );
}
