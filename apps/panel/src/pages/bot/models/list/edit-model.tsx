import { Button, Group, Modal, PasswordInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../../ui/index.ts';
import { modelsTexts } from '../texts/texts.ts';
import { Limits } from './limits.tsx';
import { draftOf, type Model, type ModelDraft, purposes, suggestions, toSave, toTest, vendors } from './model-draft.ts';
import { TestResult } from './test-result.tsx';

/** A model: from whom, which one, with which key. It can be asked something before it is saved. */
export function EditModel({ of, onClose }: { of: Model | 'new'; onClose: () => void }) {
  const t = useTexts(modelsTexts);
  const ui = useTexts(uiTexts);
  const known = of === 'new' ? undefined : of;
  const [draft, setDraft] = useState(() => draftOf(known));
  const test = useWrite('models.test');
  const save = useWrite('models.save', { refreshes: ['models.list', 'prices.list'], onSuccess: onClose });
  const change = (part: Partial<ModelDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    test.reset();
  };
  const ready =
    /^[\w.:/@-]+$/.test(draft.model.trim()) && (draft.vendor !== 'openai-compatible' || draft.baseUrl !== '');
  return (
    <Modal opened onClose={onClose} title={known ? t('edit', { name: known.name }) : t('add')} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate(toSave(draft));
        }}
      >
        <Stack gap="sm">
          <Source draft={draft} change={change} known={known} />
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            placeholder={draft.model}
            value={draft.name}
            maxLength={80}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Switch
            label={t('enabled')}
            checked={draft.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })}
          />
          <Limits draft={draft} change={change} />
          {test.data && <TestResult result={test.data} />}
          <FormProblem problem={save.error ?? test.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button
              variant="default"
              disabled={!ready}
              loading={test.isPending}
              onClick={() => test.mutate(toTest(draft, known))}
            >
              {t('testNow')}
            </Button>
            <Button type="submit" disabled={!ready} loading={save.isPending}>
              {ui('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Source({
  draft,
  change,
  known,
}: {
  draft: ModelDraft;
  change: (part: Partial<ModelDraft>) => void;
  known: Model | undefined;
}) {
  const t = useTexts(modelsTexts);
  const hint = suggestions[draft.vendor];
  return (
    <>
      <Select
        label={t('purpose')}
        data={purposes.map((one) => ({ value: one, label: t(`purpose_${one}`) }))}
        value={draft.purpose}
        allowDeselect={false}
        onChange={(chosen) => change({ purpose: purposes.find((one) => one === chosen) ?? 'answer' })}
      />
      <Select
        label={t('vendor')}
        data={vendors.map((one) => ({ value: one, label: t(`vendor_${one}`) }))}
        value={draft.vendor}
        allowDeselect={false}
        onChange={(chosen) => {
          const vendor = vendors.find((one) => one === chosen) ?? 'google';
          change({ vendor, baseUrl: suggestions[vendor].baseUrl });
        }}
      />
      {draft.vendor !== 'google' && (
        <TextInput
          label={t('baseUrl')}
          description={t(draft.vendor === 'ollama' ? 'baseUrlOllama' : 'baseUrlHint')}
          placeholder={hint.baseUrl}
          value={draft.baseUrl}
          maxLength={500}
          required={draft.vendor === 'openai-compatible'}
          onChange={(event) => change({ baseUrl: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t('model')}
        description={t('modelHint')}
        placeholder={draft.purpose === 'embed' ? hint.embed : hint.answer}
        value={draft.model}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => change({ model: event.currentTarget.value })}
      />
      {draft.vendor !== 'ollama' && (
        <PasswordInput
          label={t('key')}
          description={t('keyHint')}
          placeholder={known?.hasKey ? t('keyKept') : undefined}
          value={draft.apiKey}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change({ apiKey: event.currentTarget.value })}
        />
      )}
    </>
  );
}
