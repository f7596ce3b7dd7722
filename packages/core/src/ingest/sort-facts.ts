import type {
  ContactSyncFact,
  EchoFact,
  EditFact,
  HistoryFact,
  IdentityChangeFact,
  InboundFact,
  MessageFact,
  ReactionFact,
  RevokeFact,
  StatusFact,
} from '@balcao/channels/port';

/** A fact and the receipt that told it. */
export interface Told<F extends InboundFact = InboundFact> {
  readonly fact: F;
  readonly receiptId: string;
  readonly receivedAt: Date;
}

export interface SortedFacts {
  readonly identityChanges: Told<IdentityChangeFact>[];
  readonly contactSyncs: Told<ContactSyncFact>[];
  readonly messages: Told<MessageFact | EchoFact>[];
  readonly histories: Told<HistoryFact>[];
  readonly changes: Told<EditFact | RevokeFact>[];
  readonly reactions: Told<ReactionFact>[];
  readonly statuses: Told<StatusFact>[];
  /** Everything else is kept as an event of the channel. */
  readonly events: Told[];
}

/** Deals the facts of a batch to those who store them; the order within each kind is the order of arrival. */
export function sortFacts(told: readonly Told[]): SortedFacts {
  const sorted: SortedFacts = {
    identityChanges: [],
    contactSyncs: [],
    messages: [],
    histories: [],
    changes: [],
    reactions: [],
    statuses: [],
    events: [],
  };
  for (const one of told) deal(sorted, one);
  return sorted;
}

function deal(sorted: SortedFacts, one: Told): void {
  const { fact } = one;
  // Groups have threads of their own, which no room keeps yet: nothing of them may look like a talk with one person.
  if ('groupId' in fact && fact.groupId !== undefined && fact.fact !== 'status') sorted.events.push(one);
  else if (fact.fact === 'message' || fact.fact === 'echo') sorted.messages.push(one as Told<MessageFact | EchoFact>);
  else if (fact.fact === 'status') sorted.statuses.push(one as Told<StatusFact>);
  else if (fact.fact === 'reaction') sorted.reactions.push(one as Told<ReactionFact>);
  else if (fact.fact === 'edit' || fact.fact === 'revoke') sorted.changes.push(one as Told<EditFact | RevokeFact>);
  else if (fact.fact === 'history') sorted.histories.push(one as Told<HistoryFact>);
  else if (fact.fact === 'identity-change') sorted.identityChanges.push(one as Told<IdentityChangeFact>);
  else if (fact.fact === 'contact-sync') sorted.contactSyncs.push(one as Told<ContactSyncFact>);
  else sorted.events.push(one);
}
