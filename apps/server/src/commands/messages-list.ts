import { allIdsOf, findOneByPhone } from '@balcao/core/contacts';
import { ofContacts } from '@balcao/core/conversations';
import { list, listAll, type MessageRow } from '@balcao/core/messages';
import { findWorkspace } from '@balcao/core/workspaces';
import { inWorkspace, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { Terminal } from './terminal/terminal.ts';
import { withDatabase } from './with-database.ts';

const PAGE = 1_000;

interface Options {
  readonly workspace: string;
  readonly contact?: string;
}

export async function messagesList(terminal: Terminal, options: Options): Promise<void> {
  await withDatabase(async (ctx) => {
    const inside = inWorkspace(ctx, (await findWorkspace(ctx, options.workspace)).id);
    const messages = options.contact === undefined ? all(inside) : ofContact(inside, options.contact);
    await terminal.answerList(messages, lineOf, 'There is no message.');
  });
}

async function* all(inside: WorkspaceCtx): AsyncGenerator<MessageRow> {
  let after: string | undefined;
  for (;;) {
    const page = await withWorkspace(inside, (tx) => listAll(inside, tx, { after, limit: PAGE }));
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.id;
  }
}

/** The rooms give a talk newest first; on paper it reads from the top. */
async function* ofContact(inside: WorkspaceCtx, phone: string): AsyncGenerator<MessageRow> {
  const conversations = await withWorkspace(inside, async (tx) => {
    const contact = await findOneByPhone(tx, phone);
    if (contact === undefined) return [];
    const ids = await allIdsOf(tx, contact.id);
    return await ofContacts(inside, tx, ids);
  });
  const found: MessageRow[] = [];
  for (let before: string | undefined; ; ) {
    const page = { limit: PAGE, ...(before === undefined ? {} : { before }) };
    const rows = await withWorkspace(inside, (tx) => list(inside, tx, conversations, page));
    found.push(...rows);
    if (rows.length < PAGE) break;
    before = rows.at(-1)?.id;
  }
  yield* found.reverse();
}

function lineOf(message: MessageRow): string {
  const arrow = message.direction === 'in' ? '←' : '→';
  const words = message.text?.replace(/\s+/g, ' ') ?? `[${message.kind}]`;
  const what = message.kind === 'text' ? words : `[${message.kind}] ${message.text === null ? '' : words}`;
  return `${message.at.toISOString()} ${arrow} ${message.status.padEnd(9)} ${what.trim()}  (${message.providerId ?? message.id})`;
}
