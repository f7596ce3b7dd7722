import type { Operations, OutputOf } from '@balcao/contract';

export type Template = OutputOf<Operations['templates.list']>['templates'][number];
export type TemplateField = Template['fields'][number];
/** By the `key` of each field. */
export type TemplateValues = Readonly<Record<string, string>>;

/** A text of a template with what is filled in; what is empty shows its name. */
export function fillTemplate(text: string, part: 'body' | 'header', values: TemplateValues): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (hole, name: string) => values[`${part}.${name}`]?.trim() || hole);
}

const nameLike = /nome|name|cliente|customer|client/i;

/** What a field begins with: the customer's name where a name is asked for, or in the first place, where greetings have it. */
export function firstValues(fields: readonly TemplateField[]): TemplateValues {
  const texts = fields.filter((field) => field.kind === 'text' && field.key.startsWith('body.'));
  const named = texts.find((field) => nameLike.test(field.label) || nameLike.test(field.key)) ?? texts[0];
  const looksLikeName =
    named && (nameLike.test(named.label + named.key) || /^\p{Lu}\p{Ll}+$/u.test(named.example ?? ''));
  return looksLikeName ? { [named.key]: '{{contato.primeiro_nome}}' } : {};
}

/** The fields still to fill in. */
export const missingOf = (fields: readonly TemplateField[], values: TemplateValues): readonly TemplateField[] =>
  fields.filter((field) => (values[field.key] ?? '').trim() === '');
