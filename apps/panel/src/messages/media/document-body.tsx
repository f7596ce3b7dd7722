import { ActionIcon, Anchor, Loader } from '@mantine/core';
import { IconDownload, IconFile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ShownMedia } from '../thread-message.ts';
import { extensionOf, sizeOf } from './file-words.ts';
import { type MediaUrl, openDownload } from './link/use-media-url.ts';
import classes from './media.module.css';

interface DocumentBodyProps {
  readonly media: ShownMedia;
  readonly link: MediaUrl;
  readonly ring: ReactNode;
}

/** A sheet of paper with its name; its states are said in its second line. */
export function DocumentBody({ media, link, ring }: DocumentBodyProps): ReactNode {
  const t = useTexts(messageTexts);
  const language = useLanguage();
  const here = link.state === 'here';
  const facts = [extensionOf(media), media.bytes === null ? '' : sizeOf(media.bytes, language)];
  const open = () => void (media.mime === 'application/pdf' ? openInTab(link) : openDownload(media, link));
  return (
    <div className={classes.document} data-absent={here ? undefined : true}>
      <span className={classes.paper} aria-hidden>
        {ring ?? <IconFile size={30} stroke={1.4} />}
        {ring ? null : <small>{extensionOf(media)}</small>}
      </span>
      <span className={classes.about}>
        {here ? (
          <button type="button" className={classes.name} onClick={open}>
            {media.fileName ?? t('document')}
          </button>
        ) : (
          <span className={classes.name}>{media.fileName ?? t('document')}</span>
        )}
        <small>{here ? facts.filter((fact) => fact !== '').join(' · ') : whyAbsent()}</small>
        {link.state === 'failed' ? (
          <Anchor component="button" type="button" size="xs" disabled={link.asking} onClick={() => void link.ask()}>
            {t('checkAgain')}
          </Anchor>
        ) : null}
      </span>
      {here && ring === undefined ? (
        <ActionIcon size="lg" aria-label={t('download')} onClick={() => void openDownload(media, link)}>
          <IconDownload size={20} />
        </ActionIcon>
      ) : null}
      {link.state === 'fetching' ? <Loader size="xs" /> : null}
    </div>
  );

  function whyAbsent(): string {
    if (link.state === 'fetching') return media.problem ?? t('fetching');
    return media.problem ?? t(link.state === 'expired' ? 'mediaExpired' : 'mediaFailed');
  }
}

/** A PDF opens where it can be read. The window is opened first: after an answer it would count as a pop-up. */
async function openInTab(link: MediaUrl): Promise<void> {
  const tab = window.open('', '_blank');
  const url = (await link.ask()) ?? link.url;
  if (tab && url !== undefined) tab.location.href = url;
  else tab?.close();
}
