import { ActionIcon, Loader } from '@mantine/core';
import { IconFile, IconMusic, IconPlayerPlayFilled, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sizeOf } from '../../messages/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { composerTexts } from '../texts/texts.ts';
import { type Attachment, bytesOfAttachment, nameOfAttachment, urlOfAttachment } from './attachment.ts';
import classes from './files.module.css';
import type { Attachments } from './use-attachments.ts';

/** What will be sent with the words: pictures of it, and why something was not taken. */
export function FileTray({ attachments }: { attachments: Attachments }): ReactNode {
  const t = useTexts(composerTexts);
  const { all, problems, preparing, remove } = attachments;
  if (all.length === 0 && problems.length === 0 && !preparing) return null;
  return (
    <div className={classes.tray}>
      {problems.map((problem) => (
        <p key={problem} role="alert" className={classes.problem}>
          {problem}
        </p>
      ))}
      <ul className={classes.files} aria-label={t('files')}>
        {all.map((one) => (
          <li key={one.key} className={classes.file} title={nameOfAttachment(one)}>
            <Picture attachment={one} />
            <ActionIcon
              size="sm"
              radius="xl"
              variant="filled"
              color="dark"
              className={classes.remove ?? ''}
              aria-label={t('removeFile', { name: nameOfAttachment(one) })}
              onClick={() => remove(one.key)}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
        {preparing ? (
          <li className={classes.file} role="status" aria-label={t('preparing')}>
            <span className={classes.paper}>
              <Loader size="sm" />
            </span>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Picture({ attachment }: { attachment: Attachment }): ReactNode {
  const language = useLanguage();
  const url = urlOfAttachment(attachment);
  if (attachment.kind === 'image' && url !== null) return <img src={url} alt="" className={classes.picture} />;
  if (attachment.kind === 'video' && url !== null) {
    return (
      <>
        <video src={`${url}#t=0.1`} muted preload="metadata" className={classes.picture} />
        <IconPlayerPlayFilled size={22} className={classes.play ?? ''} aria-hidden />
      </>
    );
  }
  const bytes = bytesOfAttachment(attachment);
  const Sign = attachment.kind === 'audio' ? IconMusic : IconFile;
  return (
    <span className={classes.paper}>
      <Sign size={24} stroke={1.5} aria-hidden />
      <span className={classes.name}>{nameOfAttachment(attachment)}</span>
      {bytes === null ? null : <small>{sizeOf(bytes, language)}</small>}
    </span>
  );
}
