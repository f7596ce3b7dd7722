import { Button, Group, NumberInput, Select, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { keyOf, type Output, queryClient, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { type Language, languageNames, languages, useTexts } from '../../../text/index.ts';
import { FormProblem, Loaded, PageHeader, RowsSkeleton, Section, tell, uiTexts } from '../../../ui/index.ts';
import { settingsTexts } from '../texts/texts.ts';
import { workspaceTexts } from './texts/texts.ts';

type Workspace = Output<'workspaces.get'>;

export function WorkspaceSettings() {
  const t = useTexts(settingsTexts);
  const read = useRead('workspaces.get', {});
  return (
    <>
      <PageHeader title={t('sectionWorkspace')} />
      <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} />}>
        {(workspace) => <WorkspaceForm key={workspace.id} workspace={workspace} />}
      </Loaded>
    </>
  );
}

const zones = Intl.supportedValuesOf('timeZone');

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const t = useTexts(workspaceTexts);
  const ui = useTexts(uiTexts);
  const s = useTexts(settingsTexts);
  const readOnly = !useCan()('workspace:write');
  const [draft, setDraft] = useState({ name: workspace.name, ...workspace.settings });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const update = useWrite('workspaces.update', {
    refreshes: ['me.get'],
    onSuccess: (fresh) => {
      queryClient.setQueryData(keyOf('workspaces.get', {}), fresh);
      tell.done(s('saved'));
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { name, ...settings } = draft;
    update.mutate({ name: name.trim(), settings });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={readOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Section title={t('general')}>
          <Stack>
            <TextInput
              label={t('name')}
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Select
              label={t('language')}
              description={t('languageHint')}
              data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
              value={draft.language}
              allowDeselect={false}
              onChange={(language) => change({ language: language as Language })} // one of the data above
            />
            <Select
              label={t('timeZone')}
              data={zones}
              searchable
              limit={60}
              value={draft.timeZone}
              allowDeselect={false}
              onChange={(timeZone) => timeZone !== null && change({ timeZone })}
            />
          </Stack>
        </Section>
        <Section title={t('service')}>
          <Stack>
            <NumberInput
              label={t('reopenHours')}
              description={t('reopenHint')}
              min={0}
              max={720}
              suffix={t('hours')}
              allowDecimal={false}
              value={draft.reopenHours}
              onChange={(hours) => typeof hours === 'number' && change({ reopenHours: hours })}
            />
            <Select
              label={t('visibility')}
              data={[
                { value: 'own', label: t('visibilityOwn') },
                { value: 'all', label: t('visibilityAll') },
              ]}
              value={draft.departmentVisibility}
              allowDeselect={false}
              onChange={(chosen) => change({ departmentVisibility: chosen === 'all' ? 'all' : 'own' })}
            />
            <TagsInput
              label={t('reasons')}
              description={t('reasonsHint')}
              value={draft.resolveReasons}
              maxTags={50}
              onChange={(resolveReasons) => change({ resolveReasons })}
            />
            <Switch
              label={t('requireReason')}
              disabled={draft.resolveReasons.length === 0}
              checked={draft.requireResolveReason}
              onChange={(event) => change({ requireResolveReason: event.currentTarget.checked })}
            />
            <Switch
              label={t('botAfter')}
              checked={draft.botAfterResolve}
              onChange={(event) => change({ botAfterResolve: event.currentTarget.checked })}
            />
            <Switch
              label={t('sign')}
              checked={draft.signMessages}
              onChange={(event) => change({ signMessages: event.currentTarget.checked })}
            />
          </Stack>
        </Section>
        <Stack mt="md">
          <FormProblem problem={update.error} />
          <Group>
            <Button type="submit" loading={update.isPending} disabled={draft.name.trim() === ''}>
              {ui('save')}
            </Button>
          </Group>
        </Stack>
      </fieldset>
    </form>
  );
}
