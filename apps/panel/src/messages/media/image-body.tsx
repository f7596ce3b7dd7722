import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import { useViewer } from '../viewer/viewer-context.ts';
import { BrokenMedia } from './broken-media.tsx';
import classes from './media.module.css';
import type { ShownProps } from './shown-props.ts';

/** A photo in a box of fixed size, so that nothing moves while it comes; the whole of it is in the viewer. */
export function ImageBody({ message, media, link, url, ring }: ShownProps): ReactNode {
  const t = useTexts(messageTexts);
  const openViewer = useViewer();
  const [tries, setTries] = useState(0);
  if (tries > 1) return <BrokenMedia media={media} link={link} />;
  return (
    <div className={classes.box}>
      <button type="button" className={classes.open} aria-label={t('openPhoto')} onClick={() => openViewer(message.id)}>
        <img
          src={url}
          alt={message.text ?? t('photo')}
          loading="lazy"
          decoding="async"
          className={classes.fill}
          // An old link says so by failing: once more with a new one.
          onError={() => {
            setTries((now) => now + 1);
            if (tries === 0) void link.ask();
          }}
        />
      </button>
      {ring}
    </div>
  );
}
