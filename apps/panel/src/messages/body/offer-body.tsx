import { IconArrowBackUp, IconCopy, IconExternalLink, IconList, IconPhone, IconTemplate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { MediaBody } from '../media/media-body.tsx';
import { messageTexts } from '../texts/texts.ts';
import type { Interactive, ThreadMessage } from '../thread-message.ts';
import classes from './body.module.css';
import { TextBody } from './text-body.tsx';

/** Buttons, a list, a link or a template, as the customer sees them; here they cannot be tapped. */
export function OfferBody({ message }: { message: ThreadMessage }): ReactNode {
  const t = useTexts(messageTexts);
  const { interactive, template, media, text } = message;
  const header = interactive?.header ?? null;
  const file = header?.media ?? media;
  return (
    <>
      {template === null ? null : (
        <span className={classes.template}>
          <IconTemplate size={14} aria-hidden />{' '}
          {template.name === '' ? t('template') : t('templateNamed', { name: template.name })}
        </span>
      )}
      {file ? <MediaBody message={message} media={file} /> : null}
      {header?.text ? <p className={classes.header}>{header.text}</p> : null}
      {text ? <TextBody text={text} /> : null}
      {interactive?.footer ? <p className={classes.footer}>{interactive.footer}</p> : null}
      {interactive ? <Choices interactive={interactive} /> : null}
    </>
  );
}

function Choices({ interactive }: { interactive: Interactive }): ReactNode {
  const { buttons, listButton, sections } = interactive;
  return (
    <>
      {buttons.length === 0 ? null : (
        <ul className={classes.buttons}>
          {buttons.map((button, n) => (
            // oxlint-disable-next-line react/no-array-index-key -- what was sent never changes its order
            <li key={n}>
              {button.url === null ? <IconArrowBackUp size={16} aria-hidden /> : signOf(button.url)}
              {button.url !== null && /^https?:/i.test(button.url) ? (
                <a href={button.url} target="_blank" rel="noreferrer noopener">
                  {button.title}
                </a>
              ) : (
                button.title
              )}
            </li>
          ))}
        </ul>
      )}
      {sections.length === 0 ? null : <Sections title={listButton} sections={sections} />}
    </>
  );
}

function signOf(url: string): ReactNode {
  if (url.startsWith('tel:')) return <IconPhone size={16} aria-hidden />;
  return /^https?:/i.test(url) ? <IconExternalLink size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
}

function Sections({ title, sections }: { title: string | null; sections: Interactive['sections'] }): ReactNode {
  const t = useTexts(messageTexts);
  return (
    <details className={classes.sections}>
      <summary>
        <IconList size={16} aria-hidden /> {title ?? t('seeOptions')}
      </summary>
      {sections.map((section, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- what was sent never changes its order
        <div key={n}>
          {section.title === null ? null : <small className={classes.section}>{section.title}</small>}
          <ul>
            {section.rows.map((row) => (
              <li key={row.id}>
                {row.title}
                {row.description === null ? null : <small>{row.description}</small>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
