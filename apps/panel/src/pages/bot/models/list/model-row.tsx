import { ActionIcon, Badge, Button, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useWrite } from '../../../../api/index.ts';
import { dollars } from '../../../../bot-words/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { ConfirmDialog, tell } from '../../../../ui/index.ts';
import classes from '../models.module.css';
import { modelsTexts } from '../texts/texts.ts';
import type { Model } from './model-draft.ts';
import { TestResult } from './test-result.tsx';

interface Props {
  readonly model: Model;
  /** In the order of fallback; undefined: it is the only one. */
  readonly place: number | undefined;
  readonly onEdit: () => void;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

export function ModelRow({ model, place, onEdit, onUp, onDown }: Props) {
  const t = useTexts(modelsTexts);
  const language = useLanguage();
  const mayWrite = useCan()('bot:write');
  const [asking, setAsking] = useState(false);
  const test = useWrite('models.test', { onError: (problem) => tell.problem(problem) });
  const remove = useWrite('models.remove', { refreshes: ['models.list'] });
  const { name, price } = model;
  return (
    <div className={classes.model}>
      <div className={classes.row}>
        {place !== undefined && (
          <Text size="sm" c="dimmed" fw={600} w={16}>
            {place}
          </Text>
        )}
        <div className={classes.words}>
          <Text size="sm" fw={600}>
            {name}{' '}
            {!model.enabled && (
              <Badge size="sm" variant="default">
                {t('off')}
              </Badge>
            )}
          </Text>
          <Text size="xs" c="dimmed" className={classes.wrap ?? ''}>
            {t(`vendor_${model.vendor}`)} · {model.model}
            {model.baseUrl !== null && ` · ${model.baseUrl}`}
          </Text>
          <Text size="xs" c="dimmed">
            {t('priceOf', {
              input: dollars(price.inputMicros, language),
              output: dollars(price.outputMicros, language),
            })}
            {price.by === 'guess' && ` (${t('guess')})`}
          </Text>
        </div>
        {mayWrite && (
          <div className={classes.acts}>
            <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate({ id: model.id })}>
              {t('test')}
            </Button>
            {place !== undefined && (
              <>
                <ActionIcon aria-label={t('up', { name })} disabled={!onUp} onClick={onUp}>
                  <IconArrowUp size={18} stroke={1.7} />
                </ActionIcon>
                <ActionIcon aria-label={t('down', { name })} disabled={!onDown} onClick={onDown}>
                  <IconArrowDown size={18} stroke={1.7} />
                </ActionIcon>
              </>
            )}
            <ActionIcon aria-label={t('edit', { name })} onClick={onEdit}>
              <IconPencil size={18} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t('remove', { name })} onClick={() => setAsking(true)}>
              <IconTrash size={18} stroke={1.7} />
            </ActionIcon>
            <ConfirmDialog
              opened={asking}
              onClose={() => setAsking(false)}
              title={t('remove', { name })}
              question={t('removeQuestion')}
              yes={t('removeYes')}
              danger
              onConfirm={() => remove.mutateAsync({ id: model.id })}
            />
          </div>
        )}
      </div>
      {test.data && <TestResult result={test.data} />}
    </div>
  );
}
