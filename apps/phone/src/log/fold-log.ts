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
  const step: Step = { name: stepOf(event), at };
  const index = cards.findIndex((card) => card.key === key);
  const known = cards[index];
  if (known) {
    if (known.steps.some((one) => one.name === step.name && one.at === step.at)) return cards;
    const card: LogCard = {
      ...known,
      text: known.text || text(event.data.text),
      kind: known.kind || text(event.data.kind),
      providerId: known.providerId ?? (text(event.data.providerId) || undefined),
      code: known.code || text(event.data.code),
      steps: [...known.steps, step].sort((a, b) => a.at - b.at),
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
    steps: [step],
    at,
    code: text(event.data.code),
  };
  return [card, ...cards].slice(0, mostCards);
}

/** How long after the customer's message this one was: the reply's time, as the customer feels it. */
export function questionOf(cards: LogCard[], card: LogCard): LogCard | undefined {
  if (card.direction !== 'out') return undefined;
  const index = cards.indexOf(card);
  return cards.slice(index + 1).find((one) => one.direction === 'in' && one.conversationId === card.conversationId);
}
