import type { ReactNode } from 'react';
import { MediaBody } from '../media/media-body.tsx';
import type { PendingState, ThreadMessage } from '../thread-message.ts';
import { AnswersBody } from './answers-body.tsx';
import { ChoiceBody } from './choice-body.tsx';
import { LocationBody } from './location-body.tsx';
import { NoticeBody } from './notice-body.tsx';
import { OfferBody } from './offer-body.tsx';
import { OrderBody } from './order-body.tsx';
import { PeopleBody } from './people-body.tsx';
import { TextBody } from './text-body.tsx';

interface MessageBodyProps {
  readonly message: ThreadMessage;
  readonly pending?: PendingState | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** What a message says, whatever it is. A kind of tomorrow that brings words is still read. */
export function MessageBody({ message, pending, onCancel }: MessageBodyProps): ReactNode {
  const { kind, text, media, location, contacts, interactive, template } = message;
  if (interactive !== null || template !== null) return <OfferBody message={message} />;
  if (media !== null) {
    return (
      <>
        <MediaBody message={message} media={media} pending={pending} onCancel={onCancel} />
        {text ? <TextBody text={text} /> : null}
      </>
    );
  }
  if (location !== null) return <LocationBody location={location} />;
  if (contacts !== null) return <PeopleBody cards={contacts} />;
  switch (kind) {
    case 'button':
    case 'button_reply':
    case 'list_reply':
      return <ChoiceBody message={message} />;
    case 'nfm_reply':
      return <AnswersBody message={message} />;
    case 'order':
      return <OrderBody message={message} />;
    default:
      return text && kind !== 'system' && kind !== 'unsupported' ? (
        <TextBody text={text} />
      ) : (
        <NoticeBody message={message} />
      );
  }
}
