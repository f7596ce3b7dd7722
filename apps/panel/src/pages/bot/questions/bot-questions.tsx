import { Group } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useReadPages } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, ErrorState, MoreButton, PageHeader, RowsSkeleton, Section } from '../../../ui/index.ts';
import { Choice } from '../frame/choice.tsx';
import { QuestionGroup } from './question-group.tsx';
import { questionsTexts } from './texts/texts.ts';

const states = ['open', 'drafted', 'answered', 'dismissed'] as const;

/** What customers asked and nothing answered: written once here, answered ever after. */
export function BotQuestions() {
  const t = useTexts(questionsTexts);
  const [state, setState] = useState<(typeof states)[number]>('open');
  const pages = useReadPages('questions.list', { state }, 'before', { keepPrevious: true });
  const groups = pages.data?.pages.flatMap((page) => page.groups);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Group mb="md">
        <Choice
          label={t('state')}
          value={state}
          onChange={setState}
          options={states.map((one) => ({ value: one, label: t(`state_${one}`) }))}
        />
      </Group>
      <Section title={t('title')} quiet>
        {pages.error && !groups && <ErrorState error={pages.error} onRetry={pages.refetch} />}
        {!groups && !pages.error && <RowsSkeleton rows={4} height={72} avatar={false} />}
        {groups?.length === 0 && (
          <EmptyState icon={<IconMessageQuestion size={26} stroke={1.6} />} title={t(`empty_${state}`)}>
            {state === 'open' ? t('emptyText') : undefined}
          </EmptyState>
        )}
        {groups?.map((group) => (
          <QuestionGroup key={group.id} group={group} />
        ))}
        <MoreButton pages={pages} />
      </Section>
    </>
  );
}
