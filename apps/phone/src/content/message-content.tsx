import type { ReactNode } from 'react';
import { type Message, partOf, textOf } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { t } from '../texts/texts.ts';
import { InteractiveBody, LinkButton, ReplyButtons, type Tap } from './interactive-content.tsx';
import { MediaContent } from './media-content.tsx';
import { PeopleContent, PlaceContent } from './place-content.tsx';
import { isLarge, RichText } from './rich-text.tsx';

export const isMedia = (type: string): boolean => ['image', 'video', 'audio', 'document', 'sticker'].includes(type);

function TemplateBody({ message }: { message: Message }): ReactNode {
  const api = useApi();
  const { shown } = message;
  if (!shown) return null;
  const { header } = shown;
  const src = header?.id ? api.mediaUrl(header.id) : header?.link;
  return (
    <>
      {header?.text !== undefined && <p className="text header">{header.text}</p>}
      {header?.type === 'image' && src && <img className="header-picture" src={src} alt="" />}
      <p className="text">
        <RichText text={shown.body} />
      </p>
      {shown.footer !== undefined && <p className="footer">{shown.footer}</p>}
    </>
  );
}

export function TemplateChoices(props: { message: Message; chosen: string | undefined; onTap: Tap }): ReactNode {
  const buttons = props.message.shown?.buttons ?? [];
  const quick = buttons.filter((button) => button.type === 'quick_reply');
  return (
    <>
      <ReplyButtons
        chosen={props.chosen}
        onTap={props.onTap}
        buttons={quick.map((button) => ({ id: button.payload ?? button.text, title: button.text }))}
      />
      {buttons
        .filter((button) => button.type === 'url')
        .map((button) => (
          <LinkButton key={button.text} url={button.url ?? ''} text={button.text} />
        ))}
    </>
  );
}

/** The inside of a bubble. */
export function MessageContent({ message }: { message: Message }): ReactNode {
  const { type, content } = message;
  if (isMedia(type)) return <MediaContent message={message} />;
  switch (type) {
    case 'text': {
      const body = textOf(partOf(content.text).body);
      return (
        <p className={isLarge(body) ? 'text large' : 'text'}>
          <RichText text={body} />
        </p>
      );
    }
    case 'interactive':
      return <InteractiveBody message={message} />;
    case 'template':
      return <TemplateBody message={message} />;
    case 'button':
      return <p className="text">{textOf(partOf(content.button).text)}</p>;
    case 'location':
      return <PlaceContent message={message} />;
    case 'contacts':
      return <PeopleContent message={message} />;
    default:
      return (
        <p className="text muted">
          {t.unsupported}: {type}
        </p>
      );
  }
}

/** One line that stands for a message: in quotes, in the list of people, in the log. */
export function briefOf(message: Message): string {
  const { type, content } = message;
  if (message.revokedAt !== undefined) return t.removed;
  const part = partOf(content[type]);
  switch (type) {
    case 'text':
      return textOf(part.body);
    case 'image':
      return `📷 ${textOf(part.caption) || t.photoOf}`;
    case 'video':
      return `🎬 ${textOf(part.caption) || t.video}`;
    case 'audio':
      return `🎤 ${part.voice ? t.voice : t.audio}`;
    case 'document':
      return `📄 ${textOf(part.filename) || t.document}`;
    case 'sticker':
      return `🖼️ ${t.sticker}`;
    case 'location':
      return `📍 ${textOf(part.name) || t.location}`;
    case 'contacts':
      return `👤 ${t.contact}`;
    case 'button':
      return textOf(part.text);
    case 'template':
      return message.shown?.body ?? '';
    case 'interactive':
      return textOf(partOf(part.button_reply ?? part.list_reply).title) || textOf(partOf(part.body).text);
    default:
      return t.unsupported;
  }
}
