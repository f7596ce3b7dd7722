import type { HeaderKind, TemplateButtonShape, TemplateField, TemplateShape } from './types.ts';

type Part = Readonly<Record<string, unknown>>;

const variable = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const mediaHeaders: readonly string[] = ['image', 'video', 'document'];
/** Buttons that a message can be sent with; a flow's own parameters are its author's affair. */
const ownButtons: readonly string[] = ['quick_reply', 'url', 'phone_number', 'copy_code'];

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const partsOf = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const wordOf = (value: unknown): string => textOf(value).toLowerCase();

/** The names in {{…}}, each once; numbers in their order, names as they come. */
export function variablesOf(text: string): string[] {
  const names = [...new Set([...text.matchAll(variable)].map((match) => match[1] ?? ''))];
  return names.every((name) => /^\d+$/.test(name)) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** Reads the provider's components. What is not understood makes the template foreign; nothing throws. */
export function readShape(components: unknown): TemplateShape {
  const parts = partsOf(components);
  const part = (type: string) => parts.find((one) => wordOf(one['type']) === type);
  const header = headerOf(part('header'));
  const body = textOf(part('body')?.['text']);
  const raw = parts.filter((one) => wordOf(one['type']) === 'buttons').flatMap((one) => partsOf(one['buttons']));
  const buttons = raw.map(buttonOf);
  const known = ['header', 'body', 'footer', 'buttons'];
  return {
    header,
    body,
    footer: textOf(part('footer')?.['text']) || null,
    buttons,
    fields: [
      ...headerFields(part('header'), header),
      ...textFields('body', body, part('body')),
      ...raw.flatMap((button, index) => buttonFields(button, buttons[index]?.kind ?? '', index)),
    ],
    foreign:
      body === '' ||
      parts.some((one) => !known.includes(wordOf(one['type']))) ||
      (part('header') !== undefined && header === null) ||
      buttons.some((button) => !ownButtons.includes(button.kind)),
  };
}

function headerOf(part: Part | undefined): TemplateShape['header'] {
  if (part === undefined) return null;
  const format = wordOf(part['format']) || 'text';
  if (format === 'text') return { kind: 'text', text: textOf(part['text']) };
  if (mediaHeaders.includes(format) || format === 'location') return { kind: format as HeaderKind, text: null }; // one of the kinds by the line itself
  return null;
}

const buttonOf = (button: Part): TemplateButtonShape => ({
  kind: wordOf(button['type']),
  text: textOf(button['text']),
  url: textOf(button['url']) || textOf(button['phone_number']) || null,
});

function headerFields(part: Part | undefined, header: TemplateShape['header']): TemplateField[] {
  if (header === null) return [];
  if (header.kind === 'text') return textFields('header', header.text ?? '', part);
  return [{ key: 'header', kind: header.kind, label: header.kind, example: null }];
}

function textFields(where: 'header' | 'body', text: string, part: Part | undefined): TemplateField[] {
  const examples = examplesOf(where, part);
  return variablesOf(text).map((name, at) => ({
    key: `${where}.${name}`,
    kind: 'text',
    label: `{{${name}}}`,
    example: examples.get(name) ?? examples.get(String(at + 1)) ?? null,
  }));
}

/** Meta keeps examples by place (`body_text: [[…]]`, `header_text: […]`) or by name (`…_named_params`). */
function examplesOf(where: 'header' | 'body', part: Part | undefined): Map<string, string> {
  const example = isPart(part?.['example']) ? part['example'] : {};
  const placed = example[`${where}_text`];
  const list = Array.isArray(placed) && Array.isArray(placed[0]) ? placed[0] : placed;
  const byPlace = Array.isArray(list) ? list.map((one, at): [string, string] => [String(at + 1), textOf(one)]) : [];
  const byName = partsOf(example[`${where}_text_named_params`]).map((one): [string, string] => [
    textOf(one['param_name']),
    textOf(one['example']),
  ]);
  return new Map([...byPlace, ...byName]);
}

function buttonFields(button: Part, kind: string, index: number): TemplateField[] {
  const filled = kind === 'copy_code' || (kind === 'url' && variablesOf(textOf(button['url'])).length > 0);
  if (!filled) return [];
  const examples = button['example'];
  const example = Array.isArray(examples) ? textOf(examples[0]) : textOf(examples);
  return [{ key: `button.${index}`, kind: 'text', label: textOf(button['text']), example: example || null }];
}
