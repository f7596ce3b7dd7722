import type { TemplateOut, TemplateParameter } from '@balcao/channels/port';
import { readShape, variablesOf } from './read-shape.ts';
import type { Template } from './types.ts';

const valueOf = (parameter: TemplateParameter): string =>
  parameter.kind === 'text' ? parameter.text : parameter.fallback;

function put(text: string, given: readonly TemplateParameter[]): string {
  const values = new Map(
    variablesOf(text).map((name, at) => {
      const parameter = given.find((one) => one.name === name) ?? given[at];
      return [name, parameter === undefined ? '' : valueOf(parameter)];
    }),
  );
  return text.replace(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g, (_, name: string) => values.get(name) ?? '');
}

export interface SentTemplate {
  /** The body as the customer reads it. */
  readonly text: string;
  readonly headerText: string | null;
  readonly footer: string | null;
  readonly buttons: readonly { readonly title: string; readonly url: string | null }[];
}

/** What was sent by a template's name, as the customer reads it. */
export function showSent(template: Pick<Template, 'components'>, sent: TemplateOut): SentTemplate {
  const shape = readShape(template.components);
  const header = sent.header?.kind === 'text' ? [sent.header.parameter] : [];
  return {
    text: put(shape.body, sent.body ?? []),
    headerText: shape.header?.kind === 'text' ? put(shape.header.text ?? '', header) : null,
    footer: shape.footer,
    buttons: shape.buttons.map((button, index) => {
      const mine = sent.buttons?.find((one) => one.index === index);
      const url = mine?.kind === 'url' ? (button.url ?? '').replace(/\{\{[^}]*\}\}/, mine.text) : button.url;
      return { title: button.text, url };
    }),
  };
}

/** Does what is to be sent fit it? The key of what is wrong, or undefined. */
export function misfitOf(template: Pick<Template, 'components'>, sent: TemplateOut): 'mismatch' | undefined {
  const shape = readShape(template.components);
  const headerVariables = shape.header?.kind === 'text' ? variablesOf(shape.header.text ?? '').length : 0;
  const media = shape.header !== null && shape.header.kind !== 'text' ? shape.header.kind : undefined;
  const fits =
    variablesOf(shape.body).length === (sent.body?.length ?? 0) &&
    (sent.header?.kind === 'text' ? 1 : 0) === headerVariables &&
    (sent.header !== undefined && sent.header.kind !== 'text' ? sent.header.kind : undefined) === media;
  return fits ? undefined : 'mismatch';
}
