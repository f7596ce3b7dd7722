import { useCallback, useState } from 'react';
import type { InboxQuestion } from '../feed/inbox-question.ts';

const KEPT = 'balcao-inbox-question';

function keptQuestion(workspace: string): InboxQuestion {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${KEPT} ${workspace}`) ?? '{}');
    if (typeof kept === 'object' && kept !== null && 'view' in kept) return kept as InboxQuestion; // written below
  } catch {
    // Somebody else's words under our name: begin anew.
  }
  return { view: 'mine' };
}

/** Which view and filters: as they were when one was here last. */
export function useQuestion(workspace: string) {
  const [question, setQuestion] = useState(() => keptQuestion(workspace));
  const ask = useCallback(
    (next: InboxQuestion) => {
      localStorage.setItem(`${KEPT} ${workspace}`, JSON.stringify(next));
      setQuestion(next);
    },
    [workspace],
  );
  return [question, ask] as const;
}

const filterNames = ['departmentId', 'channelId', 'tagId', 'assigneeId', 'unread'] as const;
export type FilterName = (typeof filterNames)[number];

export const filtersOf = (question: InboxQuestion): readonly FilterName[] =>
  filterNames.filter((name) => question[name] !== undefined);

export function withoutFilter(question: InboxQuestion, name: FilterName): InboxQuestion {
  const { [name]: _, ...rest } = question;
  return rest;
}

export const onlyView = (question: InboxQuestion): InboxQuestion => ({ view: question.view });
