export interface ContactIdentity {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly e164: string | null;
  readonly reason: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

export type OptInState = 'in' | 'out' | 'unknown';

/** What the custom fields of a contact hold, by the field's id. */
export type FieldValues = Readonly<Record<string, string | number | boolean>>;

/** A contact with its identities, as people see it. */
export interface ContactCard {
  readonly id: string;
  readonly name: string | null;
  readonly profileName: string | null;
  readonly username: string | null;
  readonly mergedInto: string | null;
  readonly tagIds: string[];
  readonly fields: FieldValues;
  readonly optIn: OptInState;
  readonly blockedAt: Date | null;
  readonly blockedReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly identities: ContactIdentity[];
}

/** Of `contacts c`. Index: contact_identities_of_contact. */
export const cardColumns = `c.id, c.name, c.profile_name as "profileName", c.username, c.merged_into as "mergedInto",
  c.tag_ids as "tagIds", c.fields, c.opt_in as "optIn", c.blocked_at as "blockedAt", c.blocked_reason as "blockedReason",
  c.created_at as "createdAt", c.updated_at as "updatedAt",
  coalesce((select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'e164', i.e164, 'reason', i.reason,
                                              'firstSeenAt', i.first_seen_at, 'lastSeenAt', i.last_seen_at) order by i.first_seen_at, i.id)
              from contact_identities i where i.workspace_id = c.workspace_id and i.contact_id = c.id), '[]') as identities`;
