import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import { BrokenMedia } from './broken-media.tsx';
import classes from './media.module.css';
import type { ShownProps } from './shown-props.ts';

export function StickerBody({ media, link, url, ring }: ShownProps): ReactNode {
  const t = useTexts(messageTexts);
  const [tries, setTries] = useState(0);
  if (tries > 1) return <BrokenMedia media={media} link={link} />;
  return (
    <div className={classes.sticker}>
      <img
        src={url}
        alt={t('sticker')}
        loading="lazy"
        decoding="async"
        onError={() => {
          setTries((now) => now + 1);
          if (tries === 0) void link.ask();
        }}
      />
      {ring}
    </div>
  );
}
