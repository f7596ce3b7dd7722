import { Checkbox, SegmentedControl, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../../text/index.ts';
import type { Node } from '../diagram/lay-out.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './trying.module.css';
import type { HttpDouble, World } from './use-dry-run.ts';

interface Props {
  readonly nodes: readonly Node[];
  readonly world: World;
  readonly onChange: (world: World) => void;
}

/** What stands for systems, the assistant and the clock while one tries. */
export function WorldFields({ nodes, world, onChange }: Props) {
  const t = useTexts(flowsTexts);
  const calls = nodes.filter((node) => node.kind === 'http');
  const asks = nodes.filter((node) => node.kind === 'answer');
  return (
    <details className={classes.world}>
      <summary>{t('world')}</summary>
      <Checkbox
        size="xs"
        my="xs"
        label={t('open')}
        checked={world.open}
        onChange={(event) => onChange({ ...world, open: event.currentTarget.checked })}
      />
      {calls.map(({ id }) => (
        <CallField
          key={id}
          step={id}
          double={world.http[id]}
          onChange={(double) => {
            const { [id]: _, ...others } = world.http;
            onChange({ ...world, http: double === undefined ? others : { ...others, [id]: double } });
          }}
        />
      ))}
      {asks.map(({ id }) => (
        <Textarea
          key={id}
          size="xs"
          mb="xs"
          autosize
          minRows={1}
          maxRows={4}
          label={`${id}: ${t('worldAnswer')}`}
          placeholder={t('worldUnknown')}
          value={world.answers[id] ?? ''}
          onChange={(event) => {
            const { [id]: _, ...others } = world.answers;
            const { value } = event.currentTarget;
            onChange({ ...world, answers: value === '' ? others : { ...others, [id]: value } });
          }}
        />
      ))}
    </details>
  );
}

type Way = 'ok' | 'fails' | 'timeout';

function CallField({
  step,
  double,
  onChange,
}: {
  step: string;
  double: HttpDouble | undefined;
  onChange: (double: HttpDouble | undefined) => void;
}) {
  const t = useTexts(flowsTexts);
  const [body, setBody] = useState('{}');
  const [wrong, setWrong] = useState(false);
  const way: Way = double === undefined ? 'fails' : double === 'timeout' ? 'timeout' : 'ok';
  const answer = (text: string) => {
    setBody(text);
    try {
      onChange({ status: 200, body: JSON.parse(text) as unknown });
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <div className={classes.call}>
      <Text size="xs" fw={600} mb={4}>
        {step}
      </Text>
      <SegmentedControl
        size="xs"
        value={way}
        aria-label={step}
        data={[
          { value: 'ok', label: t('worldOk') },
          { value: 'fails', label: t('worldFails') },
          { value: 'timeout', label: t('worldTimeout') },
        ]}
        onChange={(next) => {
          if (next === 'ok') answer(body);
          else onChange(next === 'timeout' ? 'timeout' : undefined);
        }}
      />
      {way === 'ok' && (
        <Textarea
          size="xs"
          mt={4}
          autosize
          minRows={2}
          maxRows={8}
          label={t('worldBody')}
          value={body}
          error={wrong ? t('worldBadJson') : undefined}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => answer(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
