import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { lengthOf } from '../clock.ts';
import { messageTexts } from '../texts/texts.ts';
import { useViewer } from '../viewer/viewer-context.ts';
import { BrokenMedia } from './broken-media.tsx';
import classes from './media.module.css';
import type { ShownProps } from './shown-props.ts';

/** Its first picture with its length; it plays in the viewer. */
export function VideoBody({ message, media, link, url, ring }: ShownProps): ReactNode {
  const t = useTexts(messageTexts);
  const openViewer = useViewer();
  const [length, setLength] = useState<number | undefined>(undefined);
  const [tries, setTries] = useState(0);
  if (tries > 1) return <BrokenMedia media={media} link={link} />;
  return (
    <div className={classes.box}>
      <button type="button" className={classes.open} aria-label={t('openVideo')} onClick={() => openViewer(message.id)}>
        <video
          // Some telephones show a first picture only when asked for a moment of it.
          src={`${url}#t=0.1`}
          className={classes.fill}
          preload="metadata"
          muted
          playsInline
          tabIndex={-1}
          onLoadedMetadata={(event) => setLength(event.currentTarget.duration)}
          onError={() => {
            setTries((now) => now + 1);
            if (tries === 0) void link.ask();
          }}
        />
        {ring ? null : (
          <span className={classes.playMark}>
            <IconPlayerPlayFilled size={22} aria-hidden />
          </span>
        )}
        {length === undefined ? null : <span className={classes.length}>{lengthOf(length)}</span>}
      </button>
      {ring}
    </div>
  );
}
