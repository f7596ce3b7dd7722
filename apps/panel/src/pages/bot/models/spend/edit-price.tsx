import { Autocomplete, Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keyOf, queryClient, refresh, useWrite } from '../../../../api/index.ts';
import { useDecimals } from '../../../../bot-words/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../../ui/index.ts';
import type { Model } from '../list/model-draft.ts';
import classes from '../models.module.css';
import { modelsTexts } from '../texts/texts.ts';

const MICROS = 1_000_000;

/** What a model costs this company, from a day on: dollars for a million tokens. */
export function EditPrice({ models, onClose }: { models: readonly Model[]; onClose: () => void }) {
  const t = useTexts(modelsTexts);
  const ui = useTexts(uiTexts);
  const decimals = useDecimals();
  const [model, setModel] = useState(models[0]?.model ?? '');
  const [input, setInput] = useState<number | string>('');
  const [output, setOutput] = useState<number | string>('');
  const [from, setFrom] = useState(() => new Date().toISOString().slice(0, 10));
  const [source, setSource] = useState('');
  const save = useWrite('prices.save', {
    onSuccess: (fresh) => {
      queryClient.setQueryData(keyOf('prices.list', {}), fresh);
      void refresh('models.list');
      onClose();
    },
  });
  const ready = model.trim() !== '' && typeof input === 'number' && typeof output === 'number' && from !== '';
  return (
    <Modal opened onClose={onClose} title={t('addPrice')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          save.mutate({
            model: model.trim(),
            from,
            inputMicros: Math.round(input * MICROS),
            outputMicros: Math.round(output * MICROS),
            source: source.trim(),
          });
        }}
      >
        <Stack gap="sm">
          <Autocomplete
            label={t('model')}
            value={model}
            data={[...new Set(models.map((one) => one.model))]}
            onChange={setModel}
            required
          />
          <div className={classes.half}>
            <NumberInput
              label={t('inputPrice')}
              prefix="US$ "
              min={0}
              max={1000}
              decimalScale={4}
              {...decimals}
              value={input}
              onChange={setInput}
              required
            />
            <NumberInput
              label={t('outputPrice')}
              prefix="US$ "
              min={0}
              max={1000}
              decimalScale={4}
              {...decimals}
              value={output}
              onChange={setOutput}
              required
            />
          </div>
          <TextInput
            type="date"
            label={t('since')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            required
          />
          <TextInput
            label={t('source')}
            placeholder={t('sourcePlaceholder')}
            value={source}
            maxLength={500}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <FormProblem problem={save.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
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
