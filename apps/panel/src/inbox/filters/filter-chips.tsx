import { IconX } from '@tabler/icons-react';
import { useDesk } from '../../conversation/index.ts';
import { useTexts } from '../../text/index.ts';
import type { InboxQuestion } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import classes from './filters.module.css';
import { type FilterName, filtersOf, withoutFilter } from './use-question.ts';

/** The filters that are on, each to be taken off with a click. */
export function FilterChips({
  question,
  onAsk,
}: {
  question: InboxQuestion;
  onAsk: (question: InboxQuestion) => void;
}) {
  const t = useTexts(inboxTexts);
  const desk = useDesk();
  const on = filtersOf(question);
  if (on.length === 0) return null;
  const words: Record<FilterName, () => string> = {
    departmentId: () => desk.departments.get(question.departmentId ?? '')?.name ?? t('department'),
    channelId: () => desk.channels.get(question.channelId ?? '')?.name ?? t('channel'),
    tagId: () => desk.tags.get(question.tagId ?? '')?.name ?? t('tag'),
    assigneeId: () =>
      question.assigneeId === 'none' ? t('nobody') : (desk.nameOf(question.assigneeId) ?? t('attendant')),
    unread: () => t('onlyUnread'),
  };
  return (
    <div className={classes.chips}>
      {on.map((name) => (
        <button
          key={name}
          type="button"
          className={classes.chip}
          aria-label={t('removeFilter', { name: words[name]() })}
          onClick={() => onAsk(withoutFilter(question, name))}
        >
          {words[name]()}
          <IconX size={14} stroke={1.7} aria-hidden />
        </button>
      ))}
    </div>
  );
}
