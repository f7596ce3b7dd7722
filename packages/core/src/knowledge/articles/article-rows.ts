import { sql } from '@balcao/db';

const columnsWith = (
  body: string,
) => `a.id, a.kind, a.state, a.version, a.live_version as "liveVersion", v.title, v.questions, ${body} as body, a.language,
  a.source_id as "sourceId", a.url, v.actor_kind as "actorKind", v.actor_id as "actorId", a.created_at as "createdAt",
  a.updated_at as "updatedAt", a.published_at as "publishedAt"`;

// Indexes: knowledge_articles_pkey, knowledge_versions_pkey.
const ofOne = `select ${columnsWith('v.body')} from knowledge_articles a
  join knowledge_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.version
  where a.workspace_id = $1 and a.id = $2`;
export const getArticle = sql('knowledge/get-article', ofOne);
export const lockArticle = sql('knowledge/lock-article', `${ofOne} for update of a`);

export const insertArticle = sql(
  'knowledge/insert-article',
  `insert into knowledge_articles (workspace_id, id, kind, title, folded, language, source_id, url, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
);
export const insertVersion = sql(
  'knowledge/insert-version',
  `insert into knowledge_versions (workspace_id, article_id, version, title, questions, body, actor_kind, actor_id, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
export const moveArticle = sql(
  'knowledge/move-article',
  `update knowledge_articles set version = $3, title = $4, folded = $5, language = $6, updated_at = $7
    where workspace_id = $1 and id = $2`,
);
export const publishOne = sql(
  'knowledge/publish-one',
  `update knowledge_articles set state = 'published', live_version = version, published_at = $3, updated_at = $3
    where workspace_id = $1 and id = $2`,
);
export const archiveOne = sql(
  'knowledge/archive-one',
  `update knowledge_articles set state = 'archived', live_version = null, updated_at = $3 where workspace_id = $1 and id = $2`,
);
export const countArticles = sql(
  'knowledge/count-articles',
  'select count(*)::int as n from knowledge_articles where workspace_id = $1',
);

/** $5: what was typed, folded. A company has some thousands at most. Index: knowledge_articles_newest, backwards. */
export const listSome = sql(
  'knowledge/list-articles',
  `select ${columnsWith('left(v.body, 300)')} from knowledge_articles a
     join knowledge_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.version
    where a.workspace_id = $1 and ($2::text is null or a.kind = $2) and ($3::text is null or a.state = $3)
      and ($4::uuid is null or (a.updated_at, a.id) < (select b.updated_at, b.id from knowledge_articles b where b.workspace_id = $1 and b.id = $4))
      and ($5::text is null or strpos(a.folded, $5) > 0)
    order by a.updated_at desc, a.id desc limit $6`,
);

// Index: knowledge_versions_pkey, backwards.
export const listVersions = sql(
  'knowledge/list-versions',
  `select version, title, questions, body, actor_kind as "actorKind", actor_id as "actorId", at from knowledge_versions
    where workspace_id = $1 and article_id = $2 and version < $3 order by version desc limit $4`,
);
export const getVersion = sql(
  'knowledge/get-version',
  'select title, questions, body from knowledge_versions where workspace_id = $1 and article_id = $2 and version = $3',
);
/** The last $3, and the one that is live. */
export const forgetVersions = sql(
  'knowledge/forget-versions',
  `delete from knowledge_versions v using knowledge_articles a
    where v.workspace_id = $1 and v.article_id = $2 and a.workspace_id = $1 and a.id = $2
      and v.version <= a.version - $3 and v.version is distinct from a.live_version`,
);
