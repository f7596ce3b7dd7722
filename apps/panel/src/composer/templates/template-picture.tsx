import { IconFile, IconMapPin, IconPhoto, IconVideo } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RichText } from '../../messages/index.ts';
import { fillTemplate, type Template, type TemplateValues } from './fill-template.ts';
import classes from './templates.module.css';

const signs = { image: IconPhoto, video: IconVideo, document: IconFile, location: IconMapPin } as const;

/** A template as the customer will read it. */
export function TemplatePicture({
  template,
  values,
  label,
}: {
  template: Template;
  values: TemplateValues;
  label: string;
}): ReactNode {
  const { header, body, footer, buttons } = template;
  const Sign = header !== null && header.kind !== 'text' ? signs[header.kind] : undefined;
  return (
    <figure className={classes.picture}>
      <figcaption>{label}</figcaption>
      <div className={classes.bubble}>
        {Sign ? (
          <span className={classes.media}>
            <Sign size={30} stroke={1.4} aria-hidden />
          </span>
        ) : null}
        {header?.text ? (
          <strong className={classes.header}>{fillTemplate(header.text, 'header', values)}</strong>
        ) : null}
        <RichText text={fillTemplate(body, 'body', values)} />
        {footer ? <small>{footer}</small> : null}
        {buttons.length > 0 ? (
          <ul className={classes.buttons}>
            {buttons.map((button) => (
              <li key={button.text}>{button.text}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </figure>
  );
}
