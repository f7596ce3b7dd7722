import { addCustomer, findByPhone, findByUserId } from '../../customers/add-customer.ts';
import { personKey } from '../../customers/brazilian-wa-id.ts';
import type { ChatMessage, Customer, NumberState, ShownTemplate, Template } from '../../model.ts';
import { newMessageId } from '../../new-ids.ts';
import { walkMessage } from '../../statuses/walk-message.ts';
import { openChat, publish, type World } from '../../world.ts';
import { GraphProblem, problemOfStatus } from '../graph-problem.ts';
import { fetchLink } from '../media/fetch-link.ts';
import { isObject, textOf } from '../read-json.ts';
import { type CheckedMessage, checkMessage } from './check-message.ts';
import { Pace } from './pace.ts';
import { showTemplate } from './show-template.ts';

export interface Accepted {
  messaging_product: 'whatsapp';
  contacts: { input: string; wa_id?: string; user_id?: string }[];
  messages: { id: string; message_status?: string }[];
}

function checkPace(world: World, number: NumberState, checked: CheckedMessage): void {
  const { perSecond, pairRate } = world.rules;
  if (perSecond !== null) {
    if (world.numberPace?.perSecond !== perSecond)
      world.numberPace = { perSecond, pace: new Pace(perSecond, perSecond) };
    if (!world.numberPace.pace.take(number.phoneNumberId, world.now())) {
      throw new GraphProblem(
        130429,
        'Message failed to send because there were too many messages sent from this phone number in a short period of time',
      );
    }
  }
  const person = checked.to === undefined ? (checked.userId ?? '') : personKey(checked.to);
  if (pairRate && !world.pairPace.take(`${number.phoneNumberId} ${person}`, world.now())) {
    throw new GraphProblem(
      131056,
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time',
    );
  }
}

function findRecipient(world: World, { to, userId }: CheckedMessage): Customer | undefined {
  const known = to === undefined ? findByUserId(world, userId ?? '') : findByPhone(world, to);
  if (known !== undefined || world.rules.recipients === 'known') return known;
  if (to !== undefined && world.leftNumbers.has(personKey(to))) return undefined;
  return to === undefined
    ? addCustomer(world, { name: userId ?? '', userId: userId ?? '' })
    : addCustomer(world, { name: `+${to}`, phone: `+${to}` });
}

function findTemplate(
  world: World,
  number: NumberState,
  checked: CheckedMessage,
): { template: Template; shown: ShownTemplate } {
  const given = isObject(checked.content.template) ? checked.content.template : {};
  const name = textOf(given.name);
  const language = isObject(given.language) ? textOf(given.language.code) : '';
  if (name === '' || language === '')
    throw new GraphProblem(131008, 'template.name and template.language.code are required');
  const template = [...world.templates.values()].find(
    (one) => one.wabaId === number.wabaId && one.name === name && one.language === language,
  );
  if (!template) throw new GraphProblem(132001, `template name (${name}) does not exist in ${language}`);
  if (template.status === 'PAUSED') throw new GraphProblem(132015, `template ${name} is paused`);
  if (template.status === 'DISABLED') throw new GraphProblem(132016, `template ${name} is disabled`);
  if (template.status !== 'APPROVED') throw new GraphProblem(132001, `template ${name} is not approved`);
  return { template, shown: showTemplate(template, given.components) };
}

const windowDetails =
  'Message failed to send because more than 24 hours have passed since the customer last replied to this number.';
const unknownDetails = 'Message Undeliverable.';

function react(world: World, message: ChatMessage): void {
  const reaction = isObject(message.content.reaction) ? message.content.reaction : {};
  const target = world.messages.get(textOf(reaction.message_id));
  if (!target) return;
  if (reaction.emoji) target.reactions.business = textOf(reaction.emoji);
  else delete target.reactions.business;
  publish(world, 'message', target);
}

function settleChat(world: World, message: ChatMessage): void {
  const chat = openChat(world, message.phoneNumberId, message.customerId);
  chat.typingUntil = 0;
  if (message.type !== 'reaction') {
    chat.lastAt = message.at;
    chat.unread += 1;
  }
  publish(world, 'chat', chat);
}

/** Takes one message of the business as Meta does: checked, kept, answered, and then led through its statuses. */
export function acceptMessage(world: World, number: NumberState, body: unknown): Accepted {
  if (!number.registered) throw new GraphProblem(133010, 'Account not registered');
  checkPace(world, number, checkMessagePreview(body));
  const checked = checkMessage(body, (id) => world.media.get(id));
  const fault = world.faults.strike('error', (one) => one.to === undefined || one.to === checked.to);
  if (fault) throw new GraphProblem(fault.code, fault.details, { httpStatus: fault.httpStatus });
  const customer = findRecipient(world, checked);
  const found = checked.type === 'template' ? findTemplate(world, number, checked) : undefined;
  const chat = customer && openChat(world, number.phoneNumberId, customer.id);
  const closed = world.rules.window !== 'off' && checked.type !== 'template' && (chat?.windowUntil ?? 0) < world.now();
  if (closed && world.rules.window === 'answer') throw new GraphProblem(131047, windowDetails);

  const waId = customer ? customer.waId : (checked.to ?? null);
  const message: ChatMessage = {
    id: newMessageId(world, waId ?? checked.userId ?? '', false),
    phoneNumberId: number.phoneNumberId,
    customerId: customer?.id ?? '',
    author: 'business',
    at: world.now(),
    type: checked.type,
    content: checked.content,
    ...(found ? { shown: found.shown, category: found.template.category.toLowerCase() } : {}),
    ...(checked.contextId === undefined ? {} : { quotedId: checked.contextId }),
    status: 'accepted',
    times: { accepted: world.now() },
    reactions: {},
    ...(checked.tag === undefined ? {} : { tag: checked.tag }),
  };
  world.messages.set(message.id, message);
  publish(world, 'message', message);
  if (checked.type === 'reaction') react(world, message);
  if (customer) settleChat(world, message);

  const fail = world.faults.strike('fail', (one) => one.to === undefined || one.to === checked.to);
  const held = world.faults.strike('hold') !== undefined;
  void walkMessage(world, message, {
    to: customer ?? { name: `+${waId ?? ''}`, waId, userId: checked.userId ?? null, username: null },
    before: () => fetchLink(world, message),
    failWith: fail
      ? problemOfStatus(fail.code, fail.details ?? 'Injected by the simulator')
      : !customer
        ? problemOfStatus(131026, unknownDetails)
        : closed
          ? problemOfStatus(131047, windowDetails)
          : undefined,
    stopAfter: held ? 'accepted' : world.faults.strike('stop-walk')?.after,
  });
  const status = held ? 'held_for_quality_assessment' : checked.type === 'template' ? 'accepted' : undefined;
  return {
    messaging_product: 'whatsapp',
    contacts: [
      checked.to === undefined
        ? { input: checked.userId ?? '', user_id: checked.userId ?? '' }
        : { input: textOf(isObject(body) ? body.to : ''), ...(waId === null ? {} : { wa_id: waId }) },
    ],
    messages: [{ id: message.id, ...(status ? { message_status: status } : {}) }],
  };
}

/** Only whom it is for: the pace is counted before the content is looked at. */
function checkMessagePreview(body: unknown): CheckedMessage {
  const given = isObject(body) ? body : {};
  const to = textOf(given.to).replace(/[^0-9]/g, '');
  return { type: '', content: {}, ...(to === '' ? { userId: textOf(given.recipient) } : { to }) };
}
