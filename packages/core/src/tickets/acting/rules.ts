import type { TicketStatus } from '@balcao/contract';

/** What is done to tickets. `wake` is the clock's: a snoozed ticket whose time has come. */
export type ActionName =
  | 'claim'
  | 'assign'
  | 'release'
  | 'transfer'
  | 'set-priority'
  | 'set-subject'
  | 'set-tags'
  | 'wait'
  | 'snooze'
  | 'wake'
  | 'resolve'
  | 'reopen'
  | 'reset-bot'
  | 'hand-off';

/** Done; so already, and nothing to do; or not possible there. */
export type Verdict = 'yes' | 'already' | 'no';

type Row = Readonly<Record<TicketStatus, Verdict>>;
const row = (...cells: [Verdict, Verdict, Verdict, Verdict, Verdict, Verdict]): Row => {
  const [triage, queued, open, waiting, snoozed, resolved] = cells;
  return { triage, queued, open, waiting, snoozed, resolved };
};

/** Every action in every status: columns triage, queued, open, waiting, snoozed, resolved. */
export const statusRules: Readonly<Record<ActionName, Row>> = {
  claim: row('yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  assign: row('yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  release: row('no', 'already', 'yes', 'yes', 'yes', 'no'),
  transfer: row('yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  'set-priority': row('yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  'set-subject': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'set-tags': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  wait: row('no', 'no', 'yes', 'already', 'no', 'no'),
  snooze: row('no', 'yes', 'yes', 'yes', 'yes', 'no'),
  wake: row('no', 'no', 'no', 'no', 'yes', 'no'),
  resolve: row('yes', 'yes', 'yes', 'yes', 'yes', 'already'),
  reopen: row('already', 'already', 'already', 'already', 'already', 'yes'),
  'reset-bot': row('yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  'hand-off': row('yes', 'already', 'already', 'already', 'already', 'no'),
};

/** Whose the ticket is, from where the one who acts stands. */
export type Whose = 'own' | 'nobodys' | 'others';

/**
 * May somebody act on a ticket that another person has? `anyone`: whoever sees it; `assigner`: who may assign tickets to other people;
 * `holder_stands`: never, and the answer names who has it. One's own tickets and nobody's are open to whoever may write.
 */
export const othersRules: Readonly<Record<ActionName, 'anyone' | 'assigner' | 'holder_stands'>> = {
  claim: 'holder_stands',
  assign: 'assigner',
  release: 'assigner',
  transfer: 'assigner',
  'set-priority': 'anyone',
  'set-subject': 'anyone',
  'set-tags': 'anyone',
  wait: 'assigner',
  snooze: 'assigner',
  wake: 'anyone',
  resolve: 'assigner',
  reopen: 'anyone',
  'reset-bot': 'assigner',
  'hand-off': 'anyone',
};

export type Judgement = Verdict | 'claimed' | 'not_yours';

/** One cell of the table. */
export function judge(action: ActionName, status: TicketStatus, whose: Whose, mayAssign: boolean): Judgement {
  const verdict = statusRules[action][status];
  if (verdict !== 'yes' || whose !== 'others') return verdict;
  const others = othersRules[action];
  if (others === 'holder_stands') return 'claimed';
  return others === 'assigner' && !mayAssign ? 'not_yours' : 'yes';
}
