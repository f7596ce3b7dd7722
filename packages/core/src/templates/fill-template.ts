import type {
  MediaSource,
  TemplateButton,
  TemplateHeader,
  TemplateOut,
  TemplateParameter,
} from '@balcao/channels/port';
import { variablesOf } from './read-shape.ts';
import type { HeaderKind, TemplateShape } from './types.ts';

export interface FilledTemplate {
  readonly header: { readonly kind: HeaderKind; readonly text: string | null; readonly mediaId: string | null } | null;
  readonly text: string;
  readonly footer: string | null;
  readonly buttons: readonly { readonly kind: string; readonly text: string; readonly url: string | null }[];
  /** Keys of fields that are still empty. */
  readonly missing: readonly string[];
  /** Null while something is missing. */
  readonly content: TemplateOut | null;
}

export type TemplateValues = Readonly<Record<string, string>>;

/** WhatsApp takes no line break, tab or wide gap in a parameter. */
const tidy = (value: string): string => value.replace(/\s+/g, ' ').trim();

const put = (text: string, value: (name: string) => string): string =>
  text.replace(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g, (_, name: string) => value(name));

/** A template with its fields filled in, as the customer will read it, and as it is to be sent. Pure. */
export function fillTemplate(
  named: { readonly name: string; readonly language: string },
  shape: TemplateShape,
  values: TemplateValues,
): FilledTemplate {
  const given = (key: string) => tidy(values[key] ?? '');
  const missing = shape.fields.filter((field) => given(field.key) === '').map((field) => field.key);
  const shown = (where: string) => (name: string) => given(`${where}.${name}`) || `{{${name}}}`;
  const { header } = shape;
  return {
    header: header && {
      kind: header.kind,
      text: header.text === null ? null : put(header.text, shown('header')),
      mediaId: header.kind === 'text' || header.kind === 'location' ? null : given('header') || null,
    },
    text: put(shape.body, shown('body')),
    footer: shape.footer,
    buttons: shape.buttons.map((button, n) => ({
      ...button,
      url: button.url === null ? null : put(button.url, (name) => given(`button.${n}`) || `{{${name}}}`),
    })),
    missing,
    content: missing.length > 0 ? null : contentOf(named, shape, given),
  };
}

function contentOf(
  { name, language }: { name: string; language: string },
  shape: TemplateShape,
  given: (key: string) => string,
): TemplateOut {
  const header = headerOf(shape, given);
  const body = parametersOf('body', shape.body, given);
  const buttons = shape.buttons.flatMap((button, index): TemplateButton[] => {
    const value = given(`button.${index}`);
    if (value === '') return [];
    return button.kind === 'copy_code'
      ? [{ kind: 'copy_code', index, code: value }]
      : [{ kind: 'url', index, text: value }];
  });
  return {
    kind: 'template',
    name,
    language,
    ...(header === undefined ? {} : { header }),
    ...(body.length === 0 ? {} : { body }),
    ...(buttons.length === 0 ? {} : { buttons }),
  };
}

function headerOf({ header }: TemplateShape, given: (key: string) => string): TemplateHeader | undefined {
  if (header === null) return undefined;
  if (header.kind === 'text') {
    const [parameter] = parametersOf('header', header.text ?? '', given);
    return parameter && { kind: 'text', parameter };
  }
  if (header.kind === 'location') return locationOf(given('header'));
  const source: MediaSource = { mediaId: given('header') };
  return { kind: header.kind, source };
}

/** `latitude;longitude;name;address`, as the form gives it. */
function locationOf(value: string): TemplateHeader {
  const [latitude = '', longitude = '', name, address] = value.split(';').map((part) => part.trim());
  return {
    kind: 'location',
    latitude: Number(latitude),
    longitude: Number(longitude),
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
  };
}

function parametersOf(where: string, text: string, given: (key: string) => string): TemplateParameter[] {
  return variablesOf(text).map((name) => ({
    kind: 'text',
    text: given(`${where}.${name}`),
    ...(/^\d+$/.test(name) ? {} : { name }),
  }));
}
