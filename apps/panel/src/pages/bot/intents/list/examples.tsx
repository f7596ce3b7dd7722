import { ActionIcon, Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconMessages, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useReadPages, useWrite } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { EmptyState, ErrorState, FormProblem, MoreButton, RowsSkeleton, Section, tell } from '../../../../ui/index.ts';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';

type Example = Output<'intents.examples'>['examples'][number];

export function Examples({ intentKey }: { intentKey: string }) {
  const t = useTexts(intentsTexts);
  const mayWrite = useCan()('bot:write');
  const pages = useReadPages('intents.examples', { key: intentKey, limit: 50 });
  const examples = pages.data?.pages.flatMap((page) => page.examples);
  return (
    <>
      {mayWrite && <Teach intentKey={intentKey} />}
      <Section title={t('examples')} lead={t('examplesLead')}>
        {pages.error && !examples && <ErrorState error={pages.error} onRetry={pages.refetch} />}
        {!examples && !pages.error && <RowsSkeleton rows={6} height={40} avatar={false} />}
        {examples?.length === 0 && (
          <EmptyState icon={<IconMessages size={26} stroke={1.6} />} title={t('noExamples')}>
            {t('noExamplesText')}
          </EmptyState>
        )}
        {examples?.map((one, at) => (
          <ExampleRow key={one.id ?? `${one.text} ${at}`} example={one} />
        ))}
        <MoreButton pages={pages} />
      </Section>
    </>
  );
}

function Teach({ intentKey }: { intentKey: string }) {
  const t = useTexts(intentsTexts);
  const [text, setText] = useState('');
  const texts = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim().slice(0, 300))
        .filter((line) => line !== ''),
    ),
  ];
  const add = useWrite('intents.add-examples', {
    refreshes: ['intents.examples', 'intents.list'],
    onSuccess: ({ added, moved }) => {
      setText('');
      tell.done(t('taught', { count: added + moved }));
    },
  });
  return (
    <Section title={t('teach')} lead={t('teachLead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ key: intentKey, texts });
        }}
      >
        <Stack gap="sm">
          <Textarea
            aria-label={t('teach')}
            placeholder={t('teachPlaceholder')}
            value={text}
            autosize
            minRows={3}
            maxRows={14}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FormProblem problem={add.error} />
          <Group>
            <Button type="submit" disabled={texts.length === 0 || texts.length > 200} loading={add.isPending}>
              {t('teachNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function ExampleRow({ example }: { example: Example }) {
  const t = useTexts(intentsTexts);
  const mayWrite = useCan()('bot:write');
  const remove = useWrite('intents.remove-example', {
    refreshes: ['intents.examples', 'intents.list'],
    onError: (problem) => tell.problem(problem),
  });
  const { id, text, source } = example;
  return (
    <div className={classes.row}>
      <Text size="sm" className={classes.words ?? ''}>
        {text}
      </Text>
      {source !== 'starting' && (
        <Badge size="sm" variant="light">
          {t(`source_${source}`)}
        </Badge>
      )}
      {id !== null && mayWrite && (
        <ActionIcon aria-label={t('forget', { text })} loading={remove.isPending} onClick={() => remove.mutate({ id })}>
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      )}
    </div>
  );
}
