import type { InboxItem, TicketDetail } from '@balcao/contract';
import { systemClock } from '@balcao/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCustomerTo, type CustomerInHand } from './customer.ts';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

/** A ticket by the API, with the real program: from the customer's first word, through the bot's handoff, past the death of the program. */
const flow = {
  version: 1,
  start: 'hi',
  steps: { hi: { ask: 'Qual é o assunto?', save: 'assunto', next: 'bye' }, bye: { handoff: { department: 'vendas' } } },
};

let line: SimulatedLine;
let maria: CustomerInHand;
beforeAll(async () => {
  line = await startSimulatedLine({ flow });
  maria = addCustomerTo(line, 'Maria Ávila', '+55 (11) 98765-4321');
}, 60_000);
afterAll(() => line?.close());

const list = async (view: string) => (await line.api<{ items: InboxItem[] }>('inbox.list', { view })).items;
const find = async (view: string): Promise<InboxItem> => {
  await expect.poll(() => list(view), { timeout: 10_000, interval: 30 }).toHaveLength(1);
  return (await list(view))[0] as InboxItem; // there is one
};

test('the bot’s ticket goes to the department that the flow names, is read, and comes back from a snooze that outlives the program', async () => {
  const { department } = await line.api<{ department: { id: string } }>('departments.create', { name: 'Vendas' });
  const first = maria.write('Oi, bom dia');
  const { ticketId, conversationId } = await find('triage');
  expect(await maria.hears(1)).toEqual(['Qual é o assunto?']);
  maria.write('Quero um bolo');
  expect(await find('unassigned')).toMatchObject({
    ticketId,
    departmentId: department.id,
    floor: 'person',
    unread: 2,
    contact: { name: 'Maria Ávila', phone: '+5511987654321' },
    lastMessage: { direction: 'in', text: 'Quero um bolo' },
  });
  await line.api('conversations.mark-read', { conversationId });
  const ticks = () => line.simulator.messages().find((one) => one.id === first.id)?.status;
  await expect.poll(ticks, { timeout: 10_000, interval: 30 }).toBe('read');

  const until = new Date(Date.now() + 1_000).toISOString();
  await line.api('tickets.snooze', { ticketId, until });
  expect(await list('unassigned')).toEqual([]);
  await line.program.kill();
  await systemClock.sleep(1_000);
  await line.program.start();
  expect(await find('unassigned')).toMatchObject({ ticketId, status: 'queued', snoozedUntil: null, unread: 0 });
  await line.api('tickets.resolve', { ticketId, reason: 'Encomenda feita' });
  const { ticket } = await line.api<{ ticket: TicketDetail }>('tickets.get', { ticketId });
  expect(ticket).toMatchObject({ status: 'resolved', resolveReason: 'Encomenda feita', floor: 'bot' });
}, 60_000);
