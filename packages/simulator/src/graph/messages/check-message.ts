import type { JsonObject, Media } from '../../model.ts';
import { GraphProblem } from '../graph-problem.ts';
import { isMediaKind, limits, type MediaKind, mediaLimits } from '../limits.ts';
import { isObject, listOf, objectOf, refuse, requireText, textOf } from '../read-json.ts';
import { checkInteractive } from './check-interactive.ts';

export interface CheckedMessage {
  type: string;
  content: JsonObject;
  to?: string;
  /** A business-scoped user id; `to` wins when both are given. */
  userId?: string;
  contextId?: string;
  tag?: string;
}

const plainKinds = ['text', 'template', 'interactive', 'location', 'contacts', 'reaction'];

function checkText(text: JsonObject): void {
  requireText(text, 'body', 'text.body', limits.textBody);
}

function checkMedia(kind: MediaKind, given: JsonObject, findMedia: (id: string) => Media | undefined): void {
  const id = textOf(given.id);
  const link = textOf(given.link);
  if (id === '' && link === '') throw new GraphProblem(131008, `${kind}: one of id or link is required`);
  if (id !== '' && link !== '') refuse(`${kind}: only one of id or link may be given`);
  if (link !== '' && !/^https?:\/\//.test(link)) refuse(`${kind}.link is not a valid URL`);
  if (given.caption !== undefined) {
    if (kind === 'audio' || kind === 'sticker')
      throw new GraphProblem(100, `Unexpected key "caption" on param "${kind}"`);
    requireText(given, 'caption', `${kind}.caption`, limits.caption);
  }
  if (id === '') return;
  const media = findMedia(id);
  if (!media) throw new GraphProblem(131009, `Media ID ${id} does not exist or has expired`);
  const allowed = mediaLimits[kind];
  const mimeType = media.mimeType.split(';')[0] ?? '';
  if (allowed && allowed.types.length > 0 && !allowed.types.includes(mimeType)) {
    refuse(`Media of type ${mimeType} cannot be sent as ${kind}`);
  }
  if (allowed && media.bytes.length > allowed.bytes)
    refuse(`Media exceeds the limit of ${allowed.bytes} bytes for ${kind}`);
}

function checkLocation(location: JsonObject): void {
  for (const [key, limit] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const) {
    const value = location[key];
    if (value === undefined || value === '') throw new GraphProblem(131008, `location.${key} is required`);
    if (!(Math.abs(Number(value)) <= limit)) refuse(`location.${key} is not valid`);
  }
}

function checkContacts(value: JsonObject[string]): void {
  const contacts = listOf(value, 'contacts');
  if (contacts.length < 1 || contacts.length > limits.contacts)
    refuse(`contacts: between 1 and ${limits.contacts} are allowed`);
  for (const item of contacts) {
    const name = objectOf(objectOf(item, 'contact').name, 'contact.name');
    requireText(name, 'formatted_name', 'contact.name.formatted_name', 1000);
  }
}

function checkReaction(reaction: JsonObject): void {
  requireText(reaction, 'message_id', 'reaction.message_id', 512);
  if (typeof reaction.emoji !== 'string') throw new GraphProblem(131008, 'reaction.emoji is required');
  if (reaction.emoji.length > limits.reaction) refuse('reaction.emoji must be one emoji');
}

function checkContent(type: string, body: JsonObject, findMedia: (id: string) => Media | undefined): void {
  if (type === 'contacts') return checkContacts(body.contacts);
  const given = objectOf(body[type], type);
  if (type === 'text') checkText(given);
  else if (isMediaKind(type)) checkMedia(type, given, findMedia);
  else if (type === 'interactive') checkInteractive(given);
  else if (type === 'location') checkLocation(given);
  else if (type === 'reaction') checkReaction(given);
}

/** Reads the body of a send as Meta would; throws the GraphProblem that Meta would answer with. */
export function checkMessage(body: unknown, findMedia: (id: string) => Media | undefined): CheckedMessage {
  if (!isObject(body)) throw new GraphProblem(100, 'The body must be a JSON object');
  if (body.messaging_product !== 'whatsapp') {
    throw new GraphProblem(100, undefined, { message: '(#100) The parameter messaging_product is required.' });
  }
  const type = body.type === undefined ? 'text' : textOf(body.type);
  if (!plainKinds.includes(type) && !isMediaKind(type)) {
    throw new GraphProblem(
      100,
      `Param type must be one of {${[...plainKinds, ...Object.keys(mediaLimits)].join(', ').toUpperCase()}}`,
    );
  }
  const to = typeof body.to === 'string' ? body.to.replace(/[^0-9]/g, '') : '';
  const userId = textOf(body.recipient);
  if (to === '' && userId === '') {
    throw new GraphProblem(100, undefined, { message: '(#100) The parameter to is required.' });
  }
  if (body.recipient_type !== undefined && body.recipient_type !== 'individual') {
    refuse('recipient_type: groups are not simulated');
  }
  checkContent(type, body, findMedia);
  const checked: CheckedMessage = { type, content: { [type]: body[type] } };
  if (to !== '') checked.to = to;
  else checked.userId = userId;
  if (isObject(body.context)) checked.contextId = requireText(body.context, 'message_id', 'context.message_id', 512);
  if (body.biz_opaque_callback_data !== undefined) {
    checked.tag = requireText(body, 'biz_opaque_callback_data', 'biz_opaque_callback_data', limits.tag);
  }
  return checked;
}
