/** One person as a provider names them; at least one of the ids. */
export interface Sender {
  /** Digits, with the country, as received: with or without the ninth digit. */
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
  readonly parentBsuid?: string | undefined;
  readonly username?: string | undefined;
  readonly profileName?: string | undefined;
}

/** Why an identity belongs to its contact. */
export type JoinReason = 'seen_together' | 'changed_number' | 'changed_user_id' | 'app_sync' | 'merged_by_person';

export interface Person {
  readonly contactId: string;
  /** True when this very call made the contact. */
  readonly created: boolean;
  /** What they write is kept and moves nobody. */
  readonly blocked: boolean;
}

/** Two contacts became one: `from` is a mere sign now, everything of it belongs to `into`. */
export interface MergedContacts {
  readonly mergeId: string;
  readonly from: string;
  readonly into: string;
}

export interface Identified {
  /** One for each sender, in their order. */
  readonly people: Person[];
  /** In the order in which they happened: conversations must follow. */
  readonly merges: MergedContacts[];
}

export type IdentityKind = 'phone' | 'bsuid' | 'parent_bsuid';

/** One identity as a webhook shows it. */
export interface Sight {
  readonly kind: IdentityKind;
  readonly key: string;
  readonly value: string;
  readonly e164: string | null;
  readonly digits: string | null;
}

/** Identities that are one person's, because they were seen together or one replaced the other. */
export interface Sighting {
  readonly sights: readonly Sight[];
  readonly reason: JoinReason;
  readonly username?: string | undefined;
  readonly profileName?: string | undefined;
}

/** One identity as the database has it, with what may have changed of its contact. */
export interface KnownIdentity {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly key: string;
  readonly contactId: string;
  readonly value: string;
  readonly profileName: string | null;
  readonly username: string | null;
  readonly blocked: boolean;
  /** Not touched for hours. */
  readonly stale: boolean;
}
