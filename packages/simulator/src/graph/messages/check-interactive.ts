import type { JsonObject } from '../../model.ts';
import { GraphProblem } from '../graph-problem.ts';
import { limits } from '../limits.ts';
import { listOf, objectOf, refuse, requireText, textOf } from '../read-json.ts';

function checkTexts(interactive: JsonObject, bodyLimit: number): void {
  requireText(objectOf(interactive.body, 'interactive.body'), 'text', 'interactive.body.text', bodyLimit);
  if (interactive.footer !== undefined) {
    requireText(objectOf(interactive.footer, 'interactive.footer'), 'text', 'interactive.footer.text', limits.footer);
  }
  if (interactive.header === undefined) return;
  const header = objectOf(interactive.header, 'interactive.header');
  if (header.type === 'text') requireText(header, 'text', 'interactive.header.text', limits.header);
  else if (!['image', 'video', 'document'].includes(textOf(header.type)))
    refuse('interactive.header.type is not valid');
}

function unique(ids: string[], what: string): void {
  if (new Set(ids).size !== ids.length) refuse(`${what} must be unique`);
}

function checkButtons(action: JsonObject): void {
  const buttons = listOf(action.buttons, 'interactive.action.buttons');
  if (buttons.length < 1 || buttons.length > limits.buttons)
    refuse(`Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${limits.buttons}`);
  const replies = buttons.map((button) => objectOf(objectOf(button, 'button').reply, 'button.reply'));
  for (const reply of replies) {
    requireText(reply, 'id', 'button reply id', limits.buttonId);
    requireText(reply, 'title', 'Button title', limits.buttonTitle);
  }
  unique(
    replies.map((reply) => textOf(reply.id)),
    'Button ids',
  );
  unique(
    replies.map((reply) => textOf(reply.title)),
    'Button titles',
  );
}

function checkList(interactive: JsonObject, action: JsonObject): void {
  if (interactive.header !== undefined && objectOf(interactive.header, 'header').type !== 'text')
    refuse('List header must be text');
  requireText(action, 'button', 'interactive.action.button', limits.listButton);
  const sections = listOf(action.sections, 'interactive.action.sections');
  if (sections.length < 1 || sections.length > limits.listSections)
    refuse(`Invalid sections count. Max allowed sections: ${limits.listSections}`);
  const rows: JsonObject[] = [];
  for (const item of sections) {
    const section = objectOf(item, 'section');
    if (sections.length > 1 || section.title !== undefined)
      requireText(section, 'title', 'Section title', limits.sectionTitle);
    rows.push(...listOf(section.rows, 'section.rows').map((row) => objectOf(row, 'row')));
  }
  if (rows.length < 1 || rows.length > limits.listRows)
    refuse(`Total row count exceed max allowed count: ${limits.listRows}`);
  for (const row of rows) {
    requireText(row, 'id', 'Row id', limits.rowId);
    requireText(row, 'title', 'Row title', limits.rowTitle);
    if (row.description !== undefined) requireText(row, 'description', 'Row description', limits.rowDescription);
  }
  unique(
    rows.map((row) => textOf(row.id)),
    'Row ids',
  );
}

function checkCtaUrl(action: JsonObject): void {
  const parameters = objectOf(action.parameters, 'interactive.action.parameters');
  requireText(parameters, 'display_text', 'display_text', limits.ctaButton);
  requireText(parameters, 'url', 'url', 2000);
  if (!/^https?:\/\//.test(textOf(parameters.url))) refuse('The url is not valid');
}

/** Buttons, lists and links, by Meta's limits. Kinds that this simulator only shows are let through. */
export function checkInteractive(interactive: JsonObject): void {
  const type = textOf(interactive.type);
  const action = objectOf(interactive.action, 'interactive.action');
  if (type === 'button') {
    checkTexts(interactive, limits.interactiveBody);
    checkButtons(action);
  } else if (type === 'list') {
    checkTexts(interactive, limits.listBody);
    checkList(interactive, action);
  } else if (type === 'cta_url') {
    checkTexts(interactive, limits.interactiveBody);
    checkCtaUrl(action);
  } else if (type === '') {
    throw new GraphProblem(131008, 'interactive.type is required');
  } else if (
    ![
      'flow',
      'product',
      'product_list',
      'catalog_message',
      'location_request_message',
      'order_details',
      'order_status',
      'call_permission_request',
      'carousel',
      'request_contact_info',
    ].includes(type)
  ) {
    refuse(`interactive.type '${type}' is not valid`);
  }
}
