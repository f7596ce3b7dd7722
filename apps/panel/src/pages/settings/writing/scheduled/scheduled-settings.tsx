import { Button, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconClock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type Output, useReadPages, useWrite } from '../../../../api/index.ts';
import { KindPreview } from '../../../../messages/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import {
  ConfirmButton,
  EmptyState,
  ErrorState,
  fullTime,
  PageSection,
  RowsSkeleton,
  TextLink,
  tell,
} from '../../../../ui/index.ts';
import classes from '../shared/writing.module.css';
import { writingTexts } from '../texts/texts.ts';

type Scheduled = Output<'scheduled.list'>['scheduled'][number];

const states = ['waiting', 'done', 'failed', 'cancelled'] as const;

export function ScheduledSettings(): ReactNode {
  const t = useTexts(writingTexts);
  const narrow = useMediaQuery('(max-width: 30em)');
  const [state, setState] = useState<(typeof states)[number]>('waiting');
  const pages = useReadPages('scheduled.list', { state });
  const all = pages.data?.pages.flatMap((page) => page.scheduled) ?? [];
  return (
    <PageSection title={t('scheduled')} lead={t('scheduledLead')}>
      <SegmentedControl
        fullWidth
        mb="sm"
        orientation={narrow ? 'vertical' : 'horizontal'}
        value={state}
        data={states.map((one) => ({ value: one, label: t(`state_${one}`) }))}
        onChange={(next) => setState(states.find((one) => one === next) ?? 'waiting')}
      />
      {pages.data === undefined && pages.error ? <ErrorState error={pages.error} onRetry={pages.refetch} /> : null}
      {pages.isPending ? <RowsSkeleton rows={4} avatar={false} /> : null}
      {pages.data !== undefined && all.length === 0 ? (
        <EmptyState icon={<IconClock size={26} stroke={1.6} />} title={t('scheduledNone')} />
      ) : null}
      {all.map((one) => (
        <ScheduledRow key={one.id} scheduled={one} />
      ))}
      {pages.hasNextPage ? (
        <Button
          variant="default"
          fullWidth
          mt="sm"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </PageSection>
  );
}

function ScheduledRow({ scheduled }: { scheduled: Scheduled }): ReactNode {
  const t = useTexts(writingTexts);
  const language = useLanguage();
  const mayWrite = useCan()('messages:write');
  const cancel = useWrite('scheduled.cancel', {
    refreshes: ['scheduled.list'],
    onSuccess: () => tell.done(t('cancelled')),
  });
  const { content, nextAt, recurrence, runs } = scheduled;
  const [last] = runs;
  const at = nextAt ?? last?.dueAt ?? scheduled.updatedAt;
  const words = 'text' in content ? content.text : 'caption' in content ? (content.caption ?? null) : null;
  const rhythm = recurrence === null ? [] : [t(`repeats_${recurrence.every}`)];
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Text size="sm" fw={600}>
          {[fullTime(at, language), ...rhythm].join(' · ')}
        </Text>
        <Text size="sm" component="div">
          <KindPreview kind={content.kind === 'media' ? content.media : content.kind} text={words} />
        </Text>
        {last?.problem ? (
          <Text size="xs" c="var(--b-danger)">
            {last.problem.text}
          </Text>
        ) : null}
        <TextLink to="/contacts/$contactId" params={{ contactId: scheduled.contactId }} size="xs">
          {t('seeContact')}
        </TextLink>
      </div>
      {mayWrite && scheduled.state === 'waiting' ? (
        <ConfirmButton
          size="compact-sm"
          title={t('cancelTitle')}
          question={t('cancelQuestion')}
          yes={t('cancelOne')}
          danger
          onConfirm={() => cancel.mutateAsync({ id: scheduled.id })}
        >
          {t('cancelOne')}
        </ConfirmButton>
      ) : null}
    </div>
  );
}
