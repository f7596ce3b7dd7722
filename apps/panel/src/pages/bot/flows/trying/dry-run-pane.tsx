import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp, IconHourglass, IconRefresh, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../../text/index.ts';
import { problemSentence } from '../../../../ui/index.ts';
import type { Node } from '../diagram/lay-out.ts';
import { flowsTexts } from '../texts/texts.ts';
import { DryLines } from './dry-lines.tsx';
import classes from './trying.module.css';
import { type DryInput, useDryRun, type World } from './use-dry-run.ts';
import { WorldFields } from './world-fields.tsx';

interface Props {
  readonly source: string;
  readonly valid: boolean;
  readonly nodes: readonly Node[];
  readonly shown: boolean;
  readonly onStanding: (step: string | null) => void;
}

/** A telephone with nobody at the other end: what one writes goes through the text as it is now. */
export function DryRunPane({ source, valid, nodes, shown, onStanding }: Props) {
  const t = useTexts(flowsTexts);
  const [inputs, setInputs] = useState<readonly DryInput[]>([]);
  const [text, setText] = useState('');
  const [world, setWorld] = useState<World>({ open: true, http: {}, answers: {} });
  const [settled] = useDebouncedValue(source, 400);
  const run = useDryRun(settled, inputs, world, valid && shown);
  const end = useRef<HTMLDivElement>(null);
  const data = inputs.length === 0 ? undefined : run.data;
  const step = data?.step ?? null;
  useEffect(() => onStanding(step), [step, onStanding]);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [data?.lines.length]);
  const say = (input: DryInput) => setInputs((before) => [...before, input]);
  return (
    <div className={classes.whole}>
      <WorldFields nodes={nodes} world={world} onChange={setWorld} />
      <div className={classes.talk} role="log" aria-label={t('tryLabel')}>
        {!valid && (
          <Text size="sm" c="dimmed" ta="center">
            {t('tryFix')}
          </Text>
        )}
        {valid && inputs.length === 0 && (
          <Text size="sm" c="dimmed" ta="center">
            {t('tryEmpty')}
          </Text>
        )}
        {run.error !== null && inputs.length > 0 && (
          <Text size="sm" c="red" ta="center">
            {problemSentence(run.error)}
          </Text>
        )}
        {data !== undefined && (
          <DryLines run={data} onChoose={(option) => say({ text: option.title, choice: option.id })} />
        )}
        {data?.waitsFor === 'time' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconHourglass size={16} stroke={1.7} />}
            onClick={() => say({ wake: true })}
            className={classes.wake ?? ''}
          >
            {t('passTime')}
          </Button>
        )}
        <div ref={end} />
      </div>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          say({ text });
          setText('');
        }}
      >
        <TextInput
          className={classes.input ?? ''}
          aria-label={t('tryPlaceholder')}
          placeholder={t('tryPlaceholder')}
          value={text}
          disabled={!valid || data?.handedOff === true}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionIcon type="submit" size={36} aria-label={t('send')} disabled={!valid || text.trim() === ''}>
          <IconSend size={18} stroke={1.7} />
        </ActionIcon>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('undo')}
            disabled={inputs.length === 0}
            onClick={() => setInputs((before) => before.slice(0, -1))}
          >
            <IconArrowBackUp size={18} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('again')}
            disabled={inputs.length === 0}
            onClick={() => setInputs([])}
          >
            <IconRefresh size={18} stroke={1.7} />
          </ActionIcon>
        </Group>
      </form>
    </div>
  );
}
