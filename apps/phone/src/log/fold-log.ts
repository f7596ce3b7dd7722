export interface LogEvent {
  cursor: string;
  at: string | number;
  type: string;
  conversationId?: string | null;
  messageId?: string | null;
  data: Record<string, unknown>;
}

export interface Step {
  name: string;
  at: number;
}

/** One message and what became of it; or one event that is not about a message. */
export interface LogCard {
  key: string;
  conversationId: string | undefined;
  direction: 'in' | 'out' | 'none';
  kind: string;
  text: string;
  providerId: string | undefined;
  steps: Step[];
  at: number;
  code: string;
}

const mostCards = 120;
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

function stepOf(event: LogEvent): string {
  const [, verb = event.type] = event.type.split('.');
  return verb === 'status' ? text(event.data.status) || 'status' : verb;
}

/** A message's receipt tells when it came in; its own event, when it was stored. */
function stepsOf(event: LogEvent, at: number): Step[] {
  const name = stepOf(event);
  const receivedAt = Date.parse(text(event.data.receivedAt));
  if (name !== 'received' || Number.isNaN(receivedAt)) return [{ name, at }];
  return [
    { name, at: receivedAt },
    { name: 'stored', at },
  ];
}

function directionOf(event: LogEvent): LogCard['direction'] {
  const given = text(event.data.direction);
  if (given === 'in' || given === 'inbound') return 'in';
  if (given === 'out' || given === 'outbound') return 'out';
  if (event.type === 'message.received') return 'in';
  return event.type === 'message.queued' || event.type === 'message.status' ? 'out' : 'none';
}

/** Adds one event: to the card of its message, or as a card of its own. Newest cards first. */
export function foldLog(cards: LogCard[], event: LogEvent): LogCard[] {
  const at = new Date(event.at).getTime();
  const messageId = text(event.messageId) || text(event.data.messageId);
  const key = messageId || event.cursor;
  const steps = stepsOf(event, at);
  const index = cards.findIndex((card) => card.key === key);
  const known = cards[index];
  if (known) {
    const added = steps.filter((step) => !known.steps.some((one) => one.name === step.name && one.at === step.at));
    if (added.length === 0) return cards;
    const card: LogCard = {
      ...known,
      text: known.text || text(event.data.text),
      kind: known.kind || text(event.data.kind),
      providerId: known.providerId ?? (text(event.data.providerId) || undefined),
      code: known.code || text(event.data.code),
      steps: [...known.steps, ...added].sort((a, b) => a.at - b.at),
    };
    return cards.with(index, card);
  }
  const card: LogCard = {
    key,
    conversationId: text(event.conversationId) || undefined,
    direction: directionOf(event),
    kind: messageId ? text(event.data.kind) : event.type,
    text: text(event.data.text),
    providerId: text(event.data.providerId) || undefined,
    steps,
    at,
    code: text(event.data.code),
  };
  return [card, ...cards].slice(0, mostCards);
}

/** The customer's message that this one answers. */
export function questionOf(cards: LogCard[], card: LogCard): LogCard | undefined {
  if (card.direction !== 'out') return undefined;
  const index = cards.indexOf(card);
  return cards.slice(index + 1).find((one) => one.direction === 'in' && one.conversationId === card.conversationId);
}

/** From the question's coming in to the platform's taking the answer: what the customer waits. */
export function replyMsOf(card: LogCard, question: LogCard | undefined): number | undefined {
  const taken = card.steps.find((step) => ['accepted', 'sent', 'delivered'].includes(step.name));
  const asked = question?.steps[0];
  if (taken === undefined || asked === undefined) return undefined;
  const ms = taken.at - asked.at;
  return ms >= 0 && ms < 60_000 ? ms : undefined;
}

/** A question's own steps, and when its first answer was ready. */
export function stepsWithAnswer(cards: LogCard[], card: LogCard): Step[] {
  if (card.direction !== 'in') return card.steps;
  const index = cards.indexOf(card);
  const answer = cards
    .slice(0, index)
    .findLast((one) => one.direction !== 'none' && one.conversationId === card.conversationId);
  const ready = answer?.direction === 'out' ? answer.steps[0] : undefined;
  return ready === undefined ? card.steps : [...card.steps, { name: 'turn', at: ready.at }];
}
