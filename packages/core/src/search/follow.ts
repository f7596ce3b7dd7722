import { conveyorStatement, type DbCtx, inWorkspace, sql, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { findNews, parseCursor } from '../ledger/index.ts';
import { foldText } from './fold-text.ts';
import { wordsOf } from './words-of.ts';

const feeds = sql(
  'search/feeds',
  `with begun as (
     insert into search_feeds (workspace_id) select w.id from workspaces w
      where not exists (select from search_feeds f where f.workspace_id = w.id) on conflict do nothing
     returning workspace_id, cursor)
   select workspace_id as "workspaceId", cursor from search_feeds union all select workspace_id, cursor from begun`,
);
const lockFeed = sql('search/lock-feed', 'select cursor from search_feeds for update skip locked');
const moveFeed = sql('search/move-feed', 'update search_feeds set cursor = $1');

// Index: ledger_feed.
const readOn = sql(
  'search/read-on',
  `with page as materialized (
     select l.xid, l.id, l.type, l.message_id, l.data ->> 'ticketId' as ticket_id from ledger l
      where (l.xid, l.id) > ($1::text::xid8, $2::uuid) and l.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by l.xid, l.id limit $3)
   select count(*)::int as count,
          (select p.xid::text || '-' || p.id from page p order by p.xid desc, p.id desc limit 1) as cursor,
          coalesce(array_agg(distinct p.message_id) filter (where p.message_id is not null
            and p.type in ('message.received', 'message.queued', 'message.edited', 'message.revoked')), '{}') as messages,
          coalesce(array_agg(distinct p.ticket_id::uuid) filter (where p.type like 'ticket.%' and p.ticket_id is not null), '{}') as tickets
     from page p`,
);

// Index: messages_pkey, one probe for each.
const texts = sql(
  'search/texts',
  `select m.id, m.conversation_id as "conversationId", m.body, m.revoked_at is not null as revoked, m.content ->> 'fileName' as "fileName"
     from unnest($1::uuid[]) as k(id)
     cross join lateral (select m.* from messages m where m.id = k.id limit 1) m`,
);
const keepWords = sql(
  'search/keep-words',
  `insert into message_search (workspace_id, id, conversation_id, words)
   select $1, w.id, w.conversation, array_to_tsvector(string_to_array(w.words, ' '))
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as w(id, conversation, words) order by w.id
   on conflict (workspace_id, id) do update set words = excluded.words`,
);
const forgetWords = sql('search/forget-words', 'delete from message_search where id = any ($1::uuid[])');

const subjects = sql(
  'search/subjects',
  `select t.id, t.protocol, t.subject from unnest($1::uuid[]) as k(id)
    cross join lateral (select t.* from tickets t where t.id = k.id limit 1) t`,
);
const keepTickets = sql(
  'search/keep-tickets',
  `insert into ticket_search (workspace_id, ticket_id, text)
   select $1, t.id, t.text from unnest($2::uuid[], $3::text[]) as t(id, text) order by t.id
   on conflict (workspace_id, ticket_id) do update set text = excluded.text where ticket_search.text <> excluded.text`,
);

const AT_ONCE = 1_000;

interface Feed {
  readonly workspaceId: string;
  readonly cursor: string;
}

export interface Follower {
  /** Reads on in every workspace that has news, a page each. True when there may be more. */
  step(): Promise<boolean>;
}

/** Fills what the search looks through from the ledger, behind whatever happens: where it stands survives it, and many may run. */
export function createFollower(ctx: DbCtx): Follower {
  /** Whose ledger was read to its end since this start: only they can be asked by `findNews`, which looks at new rows only. */
  const caughtUp = new Set<string>();
  return {
    async step() {
      const known = await conveyorStatement<Feed>(ctx, feeds);
      const followed = known.filter((feed) => caughtUp.has(feed.workspaceId));
      const news = new Set(await findNews(ctx, followed));
      let more = false;
      for (const { workspaceId } of known) {
        if (caughtUp.has(workspaceId) && !news.has(workspaceId)) continue;
        const read = await readPage(inWorkspace(ctx, workspaceId));
        if (read === 'all') caughtUp.add(workspaceId);
        if (read === 'page') more = true;
      }
      return more;
    },
  };
}

interface Page {
  readonly count: number;
  readonly cursor: string | null;
  readonly messages: string[];
  readonly tickets: string[];
}

/** One page in one transaction with the cursor; another process that is at it is left to it. */
async function readPage(ctx: WorkspaceCtx): Promise<'all' | 'page' | 'elsewhere'> {
  return await withWorkspace(ctx, async (tx) => {
    const feed = await tx.one<{ cursor: string }>(lockFeed);
    if (feed === undefined) return 'elsewhere';
    const from = parseCursor(feed.cursor);
    const page = await tx.one<Page>(readOn, [from.xid, from.id, AT_ONCE]);
    if (page === undefined || page.cursor === null) return 'all';
    if (page.messages.length > 0) await indexMessages(tx, ctx, page.messages);
    if (page.tickets.length > 0) await indexTickets(tx, ctx, page.tickets);
    await tx.run(moveFeed, [page.cursor]);
    return page.count < AT_ONCE ? 'all' : 'page';
  });
}

interface Text {
  readonly id: string;
  readonly conversationId: string;
  readonly body: string | null;
  readonly revoked: boolean;
  readonly fileName: string | null;
}

async function indexMessages(tx: Tx, ctx: WorkspaceCtx, ids: readonly string[]): Promise<void> {
  const rows = await tx.rows<Text>(texts, [ids]);
  const said = rows.map((row) => ({
    ...row,
    words: row.revoked ? [] : wordsOf([row.body, row.fileName].filter((text) => text !== null).join(' ')),
  }));
  const kept = said.filter(({ words }) => words.length > 0);
  const empty = said.filter(({ words }) => words.length === 0).map(({ id }) => id);
  if (kept.length > 0) {
    const words = kept.map((row) => row.words.join(' '));
    await tx.run(keepWords, [ctx.workspaceId, kept.map((row) => row.id), kept.map((row) => row.conversationId), words]);
  }
  if (empty.length > 0) await tx.run(forgetWords, [empty]);
}

async function indexTickets(tx: Tx, ctx: WorkspaceCtx, ids: readonly string[]): Promise<void> {
  const rows = await tx.rows<{ id: string; protocol: string; subject: string | null }>(subjects, [ids]);
  const kept = rows.map((row) => `${row.protocol} ${foldText(row.subject ?? '')}`.trim());
  await tx.run(keepTickets, [ctx.workspaceId, rows.map((row) => row.id), kept]);
}
