import {
  IconClick,
  IconFile,
  IconForms,
  IconInfoCircle,
  IconLayoutList,
  IconMapPin,
  IconMicrophone,
  IconPhoto,
  IconShoppingCart,
  IconSticker,
  IconTemplate,
  IconUser,
  IconVideo,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import classes from './preview.module.css';
import { type PreviewSign, previewOf } from './preview-of.ts';

const signs: Readonly<Record<Exclude<PreviewSign, 'none'>, typeof IconPhoto>> = {
  photo: IconPhoto,
  video: IconVideo,
  voice: IconMicrophone,
  document: IconFile,
  sticker: IconSticker,
  location: IconMapPin,
  contact: IconUser,
  template: IconTemplate,
  buttons: IconLayoutList,
  choice: IconClick,
  form: IconForms,
  order: IconShoppingCart,
  notice: IconInfoCircle,
};

interface KindPreviewProps {
  readonly kind: string | null;
  readonly text: string | null;
  readonly content?: unknown;
  readonly revokedAt?: string | null;
}

/** A message in one line, with the sign of its kind; cut where its place ends. */
export function KindPreview(props: KindPreviewProps): ReactNode {
  const t = useTexts(messageTexts);
  const { sign, text } = previewOf(props, t);
  const Sign = sign === 'none' ? undefined : signs[sign];
  return (
    <span className={classes.preview}>
      {Sign ? <Sign size={15} aria-hidden className={classes.sign ?? ''} /> : null}
      <span className={classes.text}>{text}</span>
    </span>
  );
}
