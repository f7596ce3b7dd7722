import type { InteractiveHeader, ListOut, MediaSource, OutboundContent } from '../../port/index.ts';
import { allOf, atMost, oneOfEach, refuse, required, within } from './check-limits.ts';
import { checkTemplate } from './check-template.ts';
import { limits } from './limits.ts';

/** Says no before WhatsApp does, naming the field and its limit. Throws Fault('over_limit' | 'invalid_input'). */
export function checkContent(content: OutboundContent): void {
  switch (content.kind) {
    case 'text':
      return required('text', content.text, limits.text);
    case 'media':
      checkSource('media', content.source);
      within('media.caption', content.caption, limits.caption);
      within('media.fileName', content.fileName, limits.fileName);
      if (content.caption !== undefined && (content.media === 'audio' || content.media === 'sticker')) {
        refuse('media.caption', `${content.media} takes no caption`);
      }
      return undefined;
    case 'template':
      return checkTemplate(content);
    case 'buttons':
      checkInteractive(content, limits.interactiveBody);
      return checkButtons(content.buttons);
    case 'list':
      checkInteractive(content, limits.listBody);
      return checkList(content);
    case 'cta_url':
      checkInteractive(content, limits.interactiveBody);
      required('button', content.button, limits.ctaButton);
      return checkLink('url', content.url);
    case 'location':
      if (!(Math.abs(content.latitude) <= 90)) refuse('latitude', 'must be between -90 and 90');
      if (!(Math.abs(content.longitude) <= 180)) refuse('longitude', 'must be between -180 and 180');
      within('name', content.name, limits.locationName);
      return within('address', content.address, limits.locationAddress);
    case 'contacts':
      atMost('contacts', content.contacts, limits.contacts);
      return allOf('contacts', content.contacts, (path, card) => {
        required(`${path}.name.formatted`, card.name.formatted, limits.text);
        if (card.name.first === undefined && card.name.last === undefined) {
          refuse(`${path}.name`, 'needs a first or a last name');
        }
      });
    case 'reaction':
      required('targetId', content.targetId, limits.messageId);
      return within('emoji', content.emoji, 64);
  }
}

function checkInteractive(
  content: { text: string; footer?: string | undefined; header?: InteractiveHeader | undefined },
  body: number,
) {
  required('text', content.text, body);
  within('footer', content.footer, limits.footer);
  if (content.header === undefined) return;
  if (content.header.kind === 'text') required('header', content.header.text, limits.header);
  else checkSource('header', content.header.source);
}

function checkButtons(buttons: readonly { id: string; title: string }[]): void {
  atMost('buttons', buttons, limits.replyButtons);
  allOf('buttons', buttons, (path, button) => {
    required(`${path}.id`, button.id, limits.replyButtonId);
    required(`${path}.title`, button.title, limits.replyButtonTitle);
  });
  oneOfEach(
    'buttons',
    'id',
    buttons.map((button) => button.id),
  );
  oneOfEach(
    'buttons',
    'title',
    buttons.map((button) => button.title),
  );
}

function checkList(content: ListOut): void {
  required('button', content.button, limits.listButton);
  atMost('sections', content.sections, limits.listSections);
  const rows = content.sections.flatMap((section) => section.rows);
  atMost('rows', rows, limits.listRows);
  allOf('sections', content.sections, (path, section) => {
    if (content.sections.length > 1) required(`${path}.title`, section.title ?? '', limits.listSectionTitle);
    else within(`${path}.title`, section.title, limits.listSectionTitle);
    allOf(`${path}.rows`, section.rows, (rowPath, row) => {
      required(`${rowPath}.id`, row.id, limits.listRowId);
      required(`${rowPath}.title`, row.title, limits.listRowTitle);
      within(`${rowPath}.description`, row.description, limits.listRowDescription);
    });
  });
  oneOfEach(
    'rows',
    'id',
    rows.map((row) => row.id),
  );
}

function checkSource(field: string, source: MediaSource): void {
  if ('id' in source) required(`${field}.id`, source.id, limits.mediaId);
  else if ('link' in source) checkLink(`${field}.link`, source.link);
}

function checkLink(field: string, link: string): void {
  required(field, link, limits.link);
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) refuse(field, 'must be an http or https address');
}
