import { Button } from '@mantine/core';
import { IconCircleCheck, IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useTexts } from '../../text/index.ts';
import { EmptyState } from '../../ui/index.ts';
import type { InboxQuestion } from '../feed/inbox-question.ts';
import { filtersOf, onlyView } from '../filters/use-question.ts';
import { inboxTexts } from '../texts/texts.ts';

const named = ['mine', 'unassigned', 'all', 'triage', 'snoozed', 'resolved'] as const;

/** Nothing here: good news, or too many filters; and where to look instead. */
export function ListEmpty({ question, onAsk }: { question: InboxQuestion; onAsk: (question: InboxQuestion) => void }) {
  const t = useTexts(inboxTexts);
  const name = named.find((one) => one === (question.view ?? 'mine'));
  if (name === undefined || filtersOf(question).length > 0) {
    const action = filtersOf(question).length > 0 && (
      <Button variant="default" onClick={() => onAsk(onlyView(question))}>
        {t('clearFilters')}
      </Button>
    );
    return (
      <EmptyState
        icon={<IconFilterOff size={26} stroke={1.6} />}
        title={t('emptyFiltered')}
        action={action || undefined}
      >
        {t('emptyFilteredText')}
      </EmptyState>
    );
  }
  const Icon = name === 'mine' ? IconCircleCheck : IconInbox;
  const action = name === 'mine' && (
    <Button variant="default" onClick={() => onAsk({ view: 'unassigned' })}>
      {t('seeQueue')}
    </Button>
  );
  return (
    <EmptyState icon={<Icon size={26} stroke={1.6} />} title={t(`empty_${name}`)} action={action || undefined}>
      {t(`emptyText_${name}`)}
    </EmptyState>
  );
}
