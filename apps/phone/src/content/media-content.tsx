import { type ReactNode, useState } from 'react';
import { Icon } from '../icons.tsx';
import { type JsonObject, type Message, partOf, textOf } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { t } from '../texts/texts.ts';
import { AudioPlayer } from './audio-player.tsx';
import { RichText } from './rich-text.tsx';

const plainLink = (link: string): string => (/^https?:\/\//.test(link) ? link : '');

function Picture({ src, alt, className }: { src: string; alt: string; className: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  if (broken || src === '') {
    return (
      <div className="picture broken">
        <Icon name="photo" size={34} />
      </div>
    );
  }
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)} aria-label={alt}>
        <img src={src} alt={alt} loading="lazy" onError={() => setBroken(true)} />
      </button>
      {open && (
        <button type="button" className="lightbox" onClick={() => setOpen(false)} aria-label={t.close}>
          <img src={src} alt={alt} />
        </button>
      )}
    </>
  );
}

function DocumentCard({ part, src }: { part: JsonObject; src: string }): ReactNode {
  const filename = textOf(part.filename) || t.document;
  const kind = (/\.([a-z0-9]{1,5})$/i.exec(filename)?.[1] ?? textOf(part.mime_type).split('/')[1] ?? '').slice(0, 4);
  return (
    <a className="file-card" href={src} target="_blank" rel="noreferrer" download={filename}>
      <span className={`kind ${kind.toLowerCase()}`}>{kind.toUpperCase() || 'DOC'}</span>
      <span className="file-name">{filename}</span>
      <Icon name="download" size={20} />
    </a>
  );
}

export function MediaContent({ message }: { message: Message }): ReactNode {
  const api = useApi();
  const part = partOf(message.content[message.type]);
  const src = textOf(part.id) === '' ? plainLink(textOf(part.link)) : api.mediaUrl(textOf(part.id));
  const caption = textOf(part.caption);
  return (
    <>
      {message.type === 'image' && <Picture className="picture" src={src} alt={caption || t.photoOf} />}
      {message.type === 'sticker' && <Picture className="sticker-picture" src={src} alt={t.sticker} />}
      {message.type === 'video' && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- people's own films have no captions
        <video className="film" src={src} controls preload="metadata" aria-label={caption || t.video} />
      )}
      {message.type === 'audio' && <AudioPlayer message={message} src={src} />}
      {message.type === 'document' && <DocumentCard part={part} src={src} />}
      {caption !== '' && (
        <p className="text">
          <RichText text={caption} />
        </p>
      )}
    </>
  );
}
