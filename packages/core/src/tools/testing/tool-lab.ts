import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ToolToDo } from '@balcao/contract';
import { sql, type Tx, withWorkspace } from '@balcao/db';
import { createHttpClient } from '@balcao/kernel';
import { testCtx, testLine, ticketLab } from '@balcao/testkit';
import { saveTool } from '../keeping/save-tool.ts';
import { runTool } from '../running/run-tool.ts';
import type { ToolRun } from '../types.ts';

const addPhone = sql(
  'test/tool-phone',
  `insert into contact_identities (workspace_id, id, contact_id, kind, key, value, e164, reason)
   values ($1, $2, $2, 'phone', $3, $3, '+' || $3, 'test')`,
);
const protocolOf = sql('test/tool-protocol', 'update tickets set protocol = $2 where id = $1');

export interface Took {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly hangs?: boolean;
}

/** The company's own system: answers what the test says, and keeps what it was asked. */
async function shopSystem() {
  const took: Took[] = [];
  let next: Answer = {};
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    took.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    if (next.hangs) return;
    const text = typeof next.body === 'string' ? next.body : JSON.stringify(next.body ?? {});
    response.writeHead(next.status ?? 200, { 'content-type': 'application/json', ...next.headers }).end(text);
  }
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listens on TCP
  return {
    took,
    port,
    url: `http://127.0.0.1:${port}`,
    answers(answer: Answer) {
      took.length = 0;
      next = answer;
    },
    close: () => (server.closeAllConnections(), server.close()),
  };
}

/** A company with a system of its own, and a customer with a telephone, a talk and a ticket. */
export async function toolLab() {
  const shop = await shopSystem();
  const http = createHttpClient({ allowedPrivate: ['127.0.0.1'], allowedPorts: [shop.port] });
  const base = { ...(await testCtx()), http };
  const line = await testLine(base);
  const { ctx } = line;
  const lab = ticketLab(line);
  const within = <T>(work: (tx: Tx) => Promise<T>) => withWorkspace(ctx, work);
  const person = async (phone: string, protocol: string) => {
    const id = await lab.ticket({ status: 'triage' });
    await within((tx) => tx.run(addPhone, [ctx.workspaceId, id, phone]));
    await within((tx) => tx.run(protocolOf, [id, protocol]));
    return id;
  };
  const ana = await person('5511987654321', '20261121-1');
  const bia = await person('5511912345678', '20261121-2');
  return {
    base,
    ctx,
    lab,
    shop,
    within,
    ana,
    bia,
    save: (name: string, does: ToolToDo, more: { id?: string; confirm?: boolean; enabled?: boolean } = {}) =>
      within((tx) =>
        saveTool(ctx, tx, { name, description: `Faz ${name}`, enabled: true, confirm: false, does, ...more }),
      ),
    run: (tool: string, args: unknown, more: Partial<ToolRun> = {}, signal?: AbortSignal) =>
      runTool(ctx, { tool, args, contactId: ana, conversationId: ana, once: ctx.ids.uuid(), ...more }, signal),
    async close() {
      shop.close();
      await http.close();
    },
  };
}

export type ToolLab = Awaited<ReturnType<typeof toolLab>>;
