import type { ContactCard, OutboundContent } from '@balcao/channels/port';
import type { ShownMedia, ThreadMessage } from '@balcao/contract';
import type { SentTemplate } from '@balcao/core/templates';

type Interactive = NonNullable<ThreadMessage['interactive']>;
type Card = NonNullable<ThreadMessage['contacts']>[number];
type Place = NonNullable<ThreadMessage['location']>;
type Fields = Readonly<Record<string, unknown>>;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {}); // read field by field
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

const bare: Interactive = { header: null, footer: null, buttons: [], listButton: null, sections: [] };

/** The frame around the text of what we sent: header, footer, buttons, rows. */
export function interactiveOf(
  content: OutboundContent,
  headerFile: ShownMedia | null,
  template: SentTemplate | undefined,
): Interactive | null {
  if (content.kind === 'template') return templateFrame(content, headerFile, template);
  if (content.kind !== 'buttons' && content.kind !== 'list' && content.kind !== 'cta_url') return null;
  const { header } = content;
  const frame: Interactive = {
    ...bare,
    header: header ? { kind: header.kind, text: header.kind === 'text' ? header.text : null, media: headerFile } : null,
    footer: content.footer ?? null,
  };
  if (content.kind === 'buttons')
    return { ...frame, buttons: content.buttons.map(({ id, title }) => ({ id, title, url: null })) };
  if (content.kind === 'cta_url') return { ...frame, buttons: [{ id: null, title: content.button, url: content.url }] };
  const sections = content.sections.map(({ title, rows }) => ({
    title: title ?? null,
    rows: rows.map((row) => ({ id: row.id, title: row.title, description: row.description ?? null })),
  }));
  return { ...frame, listButton: content.button, sections };
}

function templateFrame(
  content: Extract<OutboundContent, { kind: 'template' }>,
  headerFile: ShownMedia | null,
  template: SentTemplate | undefined,
): Interactive {
  const kind = content.header?.kind ?? (template?.headerText ? 'text' : undefined);
  return {
    ...bare,
    header: kind === undefined ? null : { kind, text: template?.headerText ?? null, media: headerFile },
    footer: template?.footer ?? null,
    buttons: (template?.buttons ?? []).map(({ title, url }) => ({ id: null, title, url })),
  };
}

export function placeOf(content: unknown): Place | null {
  const { latitude, longitude, name, address, url } = fieldsOf(content);
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return { latitude, longitude, name: textOrNull(name), address: textOrNull(address), url: textOrNull(url) };
}

/** Cards as both directions keep them: ours have names in parts and objects of e-mails, theirs plain texts. */
export function cardsOf(content: unknown): Card[] {
  return listOf(fieldsOf(content)['contacts']).map((card) => ({
    name:
      textOrNull(card['name']) ?? textOrNull(fieldsOf(card['name'])['formatted'] as ContactCard['name']['formatted']),
    company: textOrNull(card['company']),
    phones: listOf(card['phones']).map((one) => ({
      phone: textOrNull(one['phone']),
      waId: textOrNull(one['waId']),
      type: textOrNull(one['type']),
    })),
    emails: textsOf(card['emails'], 'email'),
    urls: textsOf(card['urls'], 'url'),
  }));
}

function textsOf(value: unknown, field: string): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => textOrNull(one) ?? textOrNull(fieldsOf(one)[field]) ?? []);
}
