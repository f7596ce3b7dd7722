import type { ContactCard, ContactInList, ContactNote, ListedMerge, OptIn } from '@balcao/core/contacts';
import { time, timeOrNull } from '../present.ts';

export function presentContact(card: ContactCard) {
  const { mergedInto: _mergedInto, createdAt, updatedAt, identities, blockedAt, blockedReason, ...shown } = card;
  return {
    ...shown,
    blocked: blockedAt === null ? null : { at: time(blockedAt), reason: blockedReason },
    createdAt: time(createdAt),
    updatedAt: time(updatedAt),
    identities: identities.map((one) => ({
      ...one,
      firstSeenAt: time(new Date(one.firstSeenAt)),
      lastSeenAt: time(new Date(one.lastSeenAt)),
    })),
  };
}

export const presentMerge = ({ at, undoneAt, ...shown }: ListedMerge) => ({
  ...shown,
  at: time(at),
  undoneAt: timeOrNull(undoneAt),
});

export const presentInList = ({ createdAt, updatedAt, ...shown }: ContactInList) => ({
  ...shown,
  createdAt: time(createdAt),
  updatedAt: time(updatedAt),
});

export const presentNote = ({ actorKind, actorId, createdAt, editedAt, ...shown }: ContactNote) => ({
  ...shown,
  author: { kind: actorKind, id: actorId },
  createdAt: time(createdAt),
  editedAt: timeOrNull(editedAt),
});

export const presentOptIn = ({ actorKind, actorId, at, recordedAt, ...shown }: OptIn) => ({
  ...shown,
  at: time(at),
  recordedAt: time(recordedAt),
  author: { kind: actorKind, id: actorId },
});
