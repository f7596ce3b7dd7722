import type { KeptTool, Language } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { readBot } from '../../governance/index.ts';
import { record } from '../../ledger/index.ts';
import { readMedia } from '../../media/index.ts';
import { actOnOne, addNote, getTicket, theHouse } from '../../tickets/index.ts';
import { insertBooking } from '../rows.ts';
import type { ToolOutcome } from '../types.ts';
import { failed } from './call-address.ts';
import type { Customer } from './customer.ts';
import { localTime, tellHours } from './opening-hours.ts';
import { deedSentences, statusNames, whenText } from './sentences.ts';

/** What a tool does within the house, in one transaction. */
export interface Deed {
  readonly customer: Customer;
  readonly args: Readonly<Record<string, unknown>>;
  readonly language: Language;
  /** In which notes for the team are written. */
  readonly houseLanguage: Language;
  readonly timeZone: string;
}

type InHouse = Exclude<KeptTool, { kind: 'http' | 'order_status' }>;

export async function doDeed(ctx: WorkspaceCtx, tx: Tx, does: InHouse, deed: Deed): Promise<ToolOutcome> {
  switch (does.kind) {
    case 'opening_hours': {
      const { hours } = await readBot(ctx, tx);
      const date = deed.args['date'] as string | undefined; // judged by the tool's parameters, as all below
      const { timeZone, language } = deed;
      return tellHours({ hours, note: does.settings.note, at: ctx.clock.now(), timeZone, language, date });
    }
    case 'open_ticket':
      return await openTicket(ctx, tx, does.settings, deed);
    case 'update_ticket':
      return await updateTicket(ctx, tx, deed);
    case 'book':
      return await book(ctx, tx, deed);
    case 'send_document':
      return await sendDocument(ctx, tx, does.settings, deed);
  }
}

/** The ticket of the talk, while it is not resolved. */
async function ticketOf(ctx: WorkspaceCtx, tx: Tx, { customer }: Deed) {
  const ticket = await getTicket(ctx, tx, theHouse, { conversationId: customer.conversationId }).catch(whenMissing);
  return ticket?.status === 'resolved' ? undefined : ticket;
}

function whenMissing(error: unknown): undefined {
  if (error instanceof Fault && error.code === 'not_found') return undefined;
  throw error;
}

type Place = Extract<KeptTool, { kind: 'open_ticket' }>['settings'];

/** The talk has its ticket from the first message on: it is given its subject and goes to people once that is said. */
async function openTicket(ctx: WorkspaceCtx, tx: Tx, place: Place, deed: Deed): Promise<ToolOutcome> {
  const ticket = await ticketOf(ctx, tx, deed);
  if (ticket === undefined) return failed('not_found', 'the talk has no ticket');
  const subject = String(deed.args['subject']);
  await actOnOne(ctx, tx, theHouse, ticket.ticketId, { do: 'set-subject', subject });
  if (place.priority !== null)
    await actOnOne(ctx, tx, theHouse, ticket.ticketId, { do: 'set-priority', priority: place.priority });
  return {
    ok: true,
    result: { protocol: ticket.protocol },
    text: deedSentences[deed.language].opened(ticket.protocol),
    handoff: { departmentId: place.departmentId },
  };
}

async function updateTicket(ctx: WorkspaceCtx, tx: Tx, deed: Deed): Promise<ToolOutcome> {
  const protocol = deed.args['protocol'] as string | undefined;
  const ticket =
    protocol === undefined
      ? await ticketOf(ctx, tx, deed)
      : await getTicket(ctx, tx, theHouse, { protocol }).catch(whenMissing);
  // A protocol of somebody else is answered as one that does not exist.
  if (ticket === undefined || !deed.customer.contactIds.includes(ticket.contactId))
    return failed('not_found', 'there is no such ticket of theirs');
  const text = deedSentences[deed.houseLanguage].botNote(String(deed.args['note']));
  await addNote(ctx, tx, theHouse, { ticketId: ticket.ticketId, text, mentions: [] });
  const status = statusNames[deed.language][ticket.status] ?? ticket.status;
  const say = deedSentences[deed.language];
  const lines = [say.noted(ticket.protocol), protocol === undefined ? '' : say.standing(ticket.protocol, status)];
  return {
    ok: true,
    result: { protocol: ticket.protocol, status },
    text: lines.filter((line) => line !== '').join(' '),
  };
}

async function book(ctx: WorkspaceCtx, tx: Tx, deed: Deed): Promise<ToolOutcome> {
  const {
    service,
    date,
    time,
    note = '',
  } = deed.args as { service: string; date: string; time?: string; note?: string }; // judged
  if (date < localTime(ctx.clock.now(), deed.timeZone).date) return failed('bad_arguments', 'the day is in the past');
  const ticket = await ticketOf(ctx, tx, deed);
  const { customer } = deed;
  const id = ctx.ids.uuid();
  const who = [customer.conversationId, customer.contactId, ticket?.ticketId ?? null];
  await tx.run(insertBooking, [ctx.workspaceId, id, ...who, service, date, time ?? null, note, ctx.clock.now()]);
  await record(tx, ctx, [
    {
      type: 'booking.asked',
      conversationId: customer.conversationId,
      contactId: customer.contactId,
      data: { bookingId: id, ticketId: ticket?.ticketId },
    },
  ]);
  if (ticket !== undefined) {
    const text = deedSentences[deed.houseLanguage].bookingNote(service, whenText(date, time, deed.houseLanguage), note);
    await addNote(ctx, tx, theHouse, { ticketId: ticket.ticketId, text, mentions: [] });
  }
  const when = whenText(date, time, deed.language);
  return {
    ok: true,
    result: { service, when, state: 'asked: a person confirms it' },
    text: deedSentences[deed.language].booked(service, when),
  };
}

type Documents = Extract<KeptTool, { kind: 'send_document' }>['settings'];

async function sendDocument(ctx: WorkspaceCtx, tx: Tx, { documents }: Documents, deed: Deed): Promise<ToolOutcome> {
  const wanted = documents.find((one) => one.key === deed.args['document']);
  const file = wanted && (await readMedia(ctx, tx, [wanted.mediaId])).get(wanted.mediaId);
  if (wanted === undefined || file?.state !== 'stored') return failed('not_found', 'the file is gone');
  return {
    ok: true,
    result: { document: wanted.title, sent_with_this_answer: true },
    text: deedSentences[deed.language].sent(wanted.title),
    mediaIds: [wanted.mediaId],
  };
}
