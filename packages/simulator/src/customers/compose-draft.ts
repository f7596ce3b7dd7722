import { mediaUrl } from '../graph/media/media-url.ts';
import { isObject, textOf } from '../graph/read-json.ts';
import type { ChatMessage, Json, JsonObject } from '../model.ts';
import type { World } from '../world.ts';
import { ControlProblem } from './control-problem.ts';
import type { Draft, DraftOf } from './draft-schema.ts';

export interface Composed {
  type: string;
  content: JsonObject;
}

function composeMedia(world: World, draft: DraftOf<'media'>): Composed {
  const media = world.media.get(draft.mediaId);
  if (!media) throw new ControlProblem(404, 'There is no such file');
  const filename = draft.filename ?? media.filename;
  const content: JsonObject = {
    ...(draft.caption ? { caption: draft.caption } : {}),
    ...(draft.as === 'document' && filename ? { filename } : {}),
    mime_type: media.mimeType,
    sha256: media.sha256.toString('base64'),
    id: media.id,
    url: mediaUrl(world, media),
    ...(draft.as === 'audio' ? { voice: draft.voice ?? false } : {}),
    ...(draft.as === 'sticker' ? { animated: false } : {}),
  };
  return { type: draft.as, content: { [draft.as]: content } };
}

function composeContacts(draft: DraftOf<'contacts'>): Composed {
  const contacts = draft.contacts.map(({ name, phone }) => ({
    name: { first_name: name.split(' ')[0] ?? name, formatted_name: name },
    phones: [{ phone, wa_id: phone.replace(/[^0-9]/g, ''), type: 'CELL' }],
  }));
  return { type: 'contacts', content: { contacts } };
}

const objectsIn = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** What Meta tells when this choice of that message is tapped. */
export function composeTap(message: ChatMessage, choiceId: string): Composed {
  const quick = message.shown?.buttons.find(
    (button) => button.type === 'quick_reply' && (button.payload ?? button.text) === choiceId,
  );
  if (quick) return { type: 'button', content: { button: { payload: quick.payload ?? quick.text, text: quick.text } } };
  const interactive = isObject(message.content.interactive) ? message.content.interactive : {};
  const action = isObject(interactive.action) ? interactive.action : {};
  for (const button of objectsIn(action.buttons)) {
    if (!isObject(button.reply) || textOf(button.reply.id) !== choiceId) continue;
    const reply = { id: choiceId, title: textOf(button.reply.title) };
    return { type: 'interactive', content: { interactive: { type: 'button_reply', button_reply: reply } } };
  }
  for (const row of objectsIn(action.sections).flatMap((section) => objectsIn(section.rows))) {
    if (textOf(row.id) !== choiceId) continue;
    const reply: JsonObject = { id: choiceId, title: textOf(row.title) };
    if (row.description !== undefined) reply.description = row.description;
    return { type: 'interactive', content: { interactive: { type: 'list_reply', list_reply: reply } } };
  }
  throw new ControlProblem(404, 'This message has no such choice');
}

/** The content of a new bubble, as Meta writes it. */
export function composeDraft(
  world: World,
  draft: Exclude<Draft, { kind: 'reaction' | 'tap' | 'edit' | 'revoke' }>,
): Composed {
  switch (draft.kind) {
    case 'text':
      return { type: 'text', content: { text: { body: draft.body } } };
    case 'media':
      return composeMedia(world, draft);
    case 'location': {
      const { latitude, longitude, name, address } = draft;
      return {
        type: 'location',
        content: { location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) } },
      };
    }
    case 'contacts':
      return composeContacts(draft);
    case 'raw': {
      const { type, ...content } = draft.message;
      return { type, content: content as JsonObject }; // it was parsed from JSON
    }
  }
}
