import type { Tx, WorkspaceCtx } from '@balcao/db';
import { allIdsOf, getContact } from '../../contacts/index.ts';
import { get } from '../../conversations/index.ts';

/** Whom a tool runs for: what may be said of them to the company's own systems, and by what an answer is known to be theirs. */
export interface Customer {
  readonly contactId: string;
  /** With those merged into it. */
  readonly contactIds: readonly string[];
  readonly conversationId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
}

/** Undefined when the talk is not this contact's: then nothing of anybody's is touched. */
export async function readCustomer(
  ctx: WorkspaceCtx,
  tx: Tx,
  contactId: string,
  conversationId: string,
): Promise<Customer | undefined> {
  const [card, place] = await Promise.all([getContact(tx, contactId), get(ctx, tx, conversationId)]);
  const contactIds = await allIdsOf(tx, card.id);
  if (!contactIds.includes(place.contactId) && place.contactId !== card.id) return undefined;
  const first = (kind: string) => card.identities.find((one) => one.kind === kind);
  const phone = first('phone');
  return {
    contactId: card.id,
    contactIds: contactIds.includes(card.id) ? contactIds : [card.id, ...contactIds],
    conversationId: place.id,
    name: card.name ?? card.profileName,
    phone: phone?.e164 ?? (phone ? `+${phone.value}` : null),
    email: first('email')?.value ?? null,
    fields: card.fields,
    identities: card.identities.map(({ kind, value }) => ({ kind, value })),
  };
}
