import type { Json, JsonObject, ShownTemplate, Template } from '../../model.ts';
import { GraphProblem } from '../graph-problem.ts';
import { isObject, textOf } from '../read-json.ts';

const variable = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

const partsOf = (components: Json | undefined, type: string): JsonObject[] =>
  (Array.isArray(components) ? components.filter(isObject) : []).filter(
    (part) => textOf(part.type).toLowerCase() === type,
  );

function valueOf(parameter: JsonObject): string {
  if (parameter.type === 'currency' && isObject(parameter.currency)) return textOf(parameter.currency.fallback_value);
  if (parameter.type === 'date_time' && isObject(parameter.date_time))
    return textOf(parameter.date_time.fallback_value);
  return textOf(parameter.text) || textOf(parameter.payload);
}

/** Puts parameters into a text; by name when they carry one, else by place. Counts that differ are error 132000. */
function fill(text: string, given: JsonObject[], where: string): string {
  const names = [...new Set([...text.matchAll(variable)].map((match) => match[1] as string))]; // the group always takes part
  if (names.length !== given.length) {
    throw new GraphProblem(
      132000,
      `${where}: number of localizable_params (${given.length}) does not match the expected number of params (${names.length})`,
    );
  }
  const values = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    const named = given.find((parameter) => parameter.parameter_name === name);
    const parameter = named ?? given[/^\d+$/.test(name) ? Number(name) - 1 : at];
    const value = parameter ? valueOf(parameter) : '';
    if (value === '') throw new GraphProblem(131008, `${where}: parameter ${name} is empty`);
    values.set(name, value);
  }
  return text.replaceAll(variable, (_, name: string) => values.get(name) ?? '');
}

const parametersOf = (part: JsonObject | undefined): JsonObject[] =>
  Array.isArray(part?.parameters) ? part.parameters.filter(isObject) : [];

function showHeader(header: JsonObject, given: JsonObject | undefined): ShownTemplate['header'] {
  const format = textOf(header.format).toLowerCase() || 'text';
  if (format === 'text') return { type: 'text', text: fill(textOf(header.text), parametersOf(given), 'header') };
  const media = parametersOf(given)[0]?.[format];
  if (!isObject(media)) throw new GraphProblem(132012, `header: a parameter of type ${format} is expected`);
  return {
    type: format,
    ...(media.link ? { link: textOf(media.link) } : {}),
    ...(media.id ? { id: textOf(media.id) } : {}),
  };
}

function showButtons(template: Template, components: Json | undefined): ShownTemplate['buttons'] {
  const given = partsOf(components, 'button');
  const buttons = partsOf(template.components, 'buttons').flatMap((part) =>
    Array.isArray(part.buttons) ? part.buttons : [],
  );
  return buttons.filter(isObject).map((button, index) => {
    const type = textOf(button.type).toLowerCase();
    const mine = given.find((part) => Number(part.index) === index);
    const shown: ShownTemplate['buttons'][number] = { type, text: textOf(button.text) };
    if (type === 'url') shown.url = fill(textOf(button.url), parametersOf(mine), `buttons[${index}]`);
    if (type === 'quick_reply') shown.payload = textOf(parametersOf(mine)[0]?.payload) || shown.text;
    return shown;
  });
}

/** The template as the customer reads it; refuses parameters that do not fit it. */
export function showTemplate(template: Template, components: Json | undefined): ShownTemplate {
  const body = partsOf(template.components, 'body')[0];
  const header = partsOf(template.components, 'header')[0];
  const footer = partsOf(template.components, 'footer')[0];
  const shown: ShownTemplate = {
    body: fill(textOf(body?.text), parametersOf(partsOf(components, 'body')[0]), 'body'),
    buttons: showButtons(template, components),
  };
  const shownHeader = header && showHeader(header, partsOf(components, 'header')[0]);
  if (shownHeader) shown.header = shownHeader;
  if (footer) shown.footer = textOf(footer.text);
  return shown;
}
