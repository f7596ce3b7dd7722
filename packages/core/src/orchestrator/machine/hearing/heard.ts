import type { FlowInput } from '../../../flows/index.ts';
import type { TurnFacts, TurnMessage } from '../facts.ts';

/** Kinds that ask for no answer. */
const silentKinds = new Set(['system', 'unsupported', 'reaction', 'unknown']);

/** What the flow hears where the customer sent no words. */
const kindWords: Readonly<Record<string, string>> = {
  image: '[imagem]',
  video: '[vídeo]',
  audio: '[áudio]',
  document: '[documento]',
  sticker: '[figurinha]',
  location: '[localização]',
  contacts: '[contato]',
  order: '[pedido]',
};

export const heardOf = (messages: readonly TurnMessage[]): TurnMessage[] =>
  messages.filter((message) => !silentKinds.has(message.kind));

/** The words of all of them, as one; empty where nothing was said in words. */
export const wordsOf = (messages: readonly TurnMessage[]): string =>
  messages.flatMap(({ body }) => (body === null || body.trim() === '' ? [] : [body])).join('\n');

/** The id of a tapped button or list row. */
export function choiceOf(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('id' in content)) return undefined;
  return typeof content.id === 'string' ? content.id : undefined;
}

/** All that was heard, as the flow sees one message. */
export function inputOf(facts: TurnFacts, heard: readonly TurnMessage[]): FlowInput {
  const last = heard.at(-1);
  const text = wordsOf(heard);
  const { hours, timeZone } = facts.policy ?? {};
  return {
    text: text === '' ? (kindWords[last?.kind ?? ''] ?? '') : text,
    choice: choiceOf(last?.content),
    kind: last?.kind,
    contactName: facts.contactName,
    contact: facts.contact,
    now: new Date(facts.now),
    timeZone,
    hours: hours && {
      open: hours.open,
      ...(hours.opensAt === null ? {} : { opensAt: new Date(hours.opensAt) }),
    },
    language: facts.language,
  };
}
