import { IconExternalLink, IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './body.module.css';

type Location = NonNullable<ThreadMessage['location']>;

/** A card and a link: no map of anybody's is loaded, so nobody learns where our customers are. */
export function LocationBody({ location }: { location: Location }): ReactNode {
  const t = useTexts(messageTexts);
  const { latitude, longitude, name, address } = location;
  const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return (
    <a
      className={classes.card}
      href={`https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`}
      target="_blank"
      rel="noreferrer noopener"
    >
      <span className={classes.sign}>
        <IconMapPin size={24} aria-hidden />
      </span>
      <span className={classes.words}>
        <strong>{name ?? t('location')}</strong>
        <small>{address ?? place}</small>
        <small className={classes.action}>
          {t('openMap')} <IconExternalLink size={14} aria-hidden />
        </small>
      </span>
    </a>
  );
}
