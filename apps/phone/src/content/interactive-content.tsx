import { type ReactNode, useState } from 'react';
import { Icon } from '../icons.tsx';
import { type JsonObject, type Message, partOf, partsOf, textOf } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { ListSheet } from './list-sheet.tsx';
import { RichText } from './rich-text.tsx';

export type Tap = (choiceId: string) => void;

function Header({ header }: { header: JsonObject }): ReactNode {
  const api = useApi();
  const type = textOf(header.type);
  if (type === 'text') return <p className="text header">{textOf(header.text)}</p>;
  const part = partOf(header[type]);
  const src = textOf(part.id) === '' ? textOf(part.link) : api.mediaUrl(textOf(part.id));
  if (type === 'image') return <img className="header-picture" src={src} alt="" loading="lazy" />;
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- a business's film brings no captions
  if (type === 'video') return <video className="film" src={src} controls preload="metadata" />;
  return type === 'document' ? <p className="text header">{textOf(part.filename)}</p> : null;
}

/** Replies of three buttons are given once: the chosen one stays marked. */
export function ReplyButtons(props: {
  buttons: { id: string; title: string }[];
  chosen: string | undefined;
  onTap: Tap;
}): ReactNode {
  const { buttons, chosen, onTap } = props;
  return (
    <div className="choices">
      {buttons.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          disabled={chosen !== undefined}
          className={chosen === id ? 'chosen' : ''}
          onClick={() => onTap(id)}
        >
          <Icon name="reply" size={18} />
          {title}
        </button>
      ))}
    </div>
  );
}

export function LinkButton({ url, text }: { url: string; text: string }): ReactNode {
  return (
    <div className="choices">
      <a href={/^https?:\/\//.test(url) ? url : undefined} target="_blank" rel="noreferrer noopener">
        <Icon name="link" size={18} />
        {text}
      </a>
    </div>
  );
}

export function InteractiveBody({ message }: { message: Message }): ReactNode {
  const interactive = partOf(message.content.interactive);
  const reply = partOf(interactive.button_reply ?? interactive.list_reply);
  if (message.author === 'customer') {
    return (
      <p className="text">
        {textOf(reply.title)}
        {textOf(reply.description) !== '' && <small>{textOf(reply.description)}</small>}
      </p>
    );
  }
  const footer = textOf(partOf(interactive.footer).text);
  return (
    <>
      {interactive.header !== undefined && <Header header={partOf(interactive.header)} />}
      <p className="text">
        <RichText text={textOf(partOf(interactive.body).text)} />
      </p>
      {footer !== '' && <p className="footer">{footer}</p>}
    </>
  );
}

/** What hangs under the bubble and can be tapped. */
export function InteractiveChoices(props: { message: Message; chosen: string | undefined; onTap: Tap }): ReactNode {
  const { message, chosen, onTap } = props;
  const [open, setOpen] = useState(false);
  const interactive = partOf(message.content.interactive);
  const action = partOf(interactive.action);
  if (interactive.type === 'button') {
    const buttons = partsOf(action.buttons).map((button) => partOf(button.reply));
    return (
      <ReplyButtons
        chosen={chosen}
        onTap={onTap}
        buttons={buttons.map((one) => ({ id: textOf(one.id), title: textOf(one.title) }))}
      />
    );
  }
  if (interactive.type === 'cta_url') {
    const parameters = partOf(action.parameters);
    return <LinkButton url={textOf(parameters.url)} text={textOf(parameters.display_text)} />;
  }
  if (interactive.type !== 'list') return null;
  return (
    <div className="choices">
      <button type="button" onClick={() => setOpen(true)}>
        <Icon name="list" size={18} />
        {textOf(action.button)}
      </button>
      {open && (
        <ListSheet
          action={action}
          onClose={() => setOpen(false)}
          onChoose={(id) => {
            setOpen(false);
            onTap(id);
          }}
        />
      )}
    </div>
  );
}
