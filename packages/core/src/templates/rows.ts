import { sql } from '@balcao/db';

const columns = `id, waba_id as "wabaId", provider_id as "providerId", name, language, category, status, quality,
  rejected_reason as "rejectedReason", components, gone_at as "goneAt", updated_at as "updatedAt"`;

/** An account has 6,000 templates at most. Index: templates_workspace_id_waba_id_provider_id_key. */
export const listTemplates = sql(
  'templates/list',
  `select ${columns} from templates
   where workspace_id = $1 and ($2::text is null or waba_id = $2) and gone_at is null
     and ($3::text is null or strpos(lower(name), $3) > 0 or strpos(lower(components::text), $3) > 0)
   order by name, language limit 6000`,
);

export const getTemplate = sql('templates/get', `select ${columns} from templates where workspace_id = $1 and id = $2`);

/** Index: templates_by_name. A name that was deleted and made anew counts as the new one. */
export const templateByName = sql(
  'templates/by-name',
  `select ${columns} from templates where workspace_id = $1 and waba_id = $2 and name = $3 and language = $4
   order by gone_at desc nulls first limit 1`,
);

/** Index: templates_by_name. For messages that were sent by it. */
export const templatesByName = sql(
  'templates/many-by-name',
  `select t.* from unnest($3::text[], $4::text[]) as k(name, language)
   cross join lateral (
     select ${columns} from templates
     where workspace_id = $1 and waba_id = (select waba_id from channels where workspace_id = $1 and id = $2)
       and name = k.name and language = k.language
     order by gone_at desc nulls first limit 1) t`,
);

/** The whole list as the provider has it now. Only what is different is written. */
export const keepTemplates = sql(
  'templates/keep',
  `with input as materialized (
     select * from json_to_recordset($3::json) as x(
       id uuid, "providerId" text, name text, language text, category text, status text, quality text, "rejectedReason" text,
       components jsonb)
   ), kept as (
     insert into templates as t (workspace_id, id, waba_id, provider_id, name, language, category, status, quality,
       rejected_reason, components, created_at, updated_at)
     select $1, i.id, $2, i."providerId", i.name, i.language, i.category, i.status, i.quality, i."rejectedReason", i.components, $4, $4
     from input i order by i."providerId"
     on conflict (workspace_id, waba_id, provider_id) do update set
       name = excluded.name, language = excluded.language, category = excluded.category, status = excluded.status,
       quality = excluded.quality, rejected_reason = excluded.rejected_reason, components = excluded.components, gone_at = null,
       updated_at = excluded.updated_at
     where (t.name, t.language, t.category, t.status, t.quality, t.rejected_reason, t.components, t.gone_at)
       is distinct from (excluded.name, excluded.language, excluded.category, excluded.status, excluded.quality,
         excluded.rejected_reason, excluded.components, null::timestamptz)
     returning (t.created_at = $4) as added
   ), gone as (
     update templates set gone_at = $4, updated_at = $4
     where workspace_id = $1 and waba_id = $2 and gone_at is null
       and not (provider_id = any(array(select "providerId" from input)))
     returning id
   )
   select (select count(*) from kept where added)::int as added, (select count(*) from kept where not added)::int as changed,
     (select count(*) from gone)::int as removed`,
);

export const markAsked = sql(
  'templates/mark-asked',
  `insert into template_mirrors (workspace_id, waba_id, asked_at, answered_at, detail) values ($1, $2, $3, $4, $5)
   on conflict (workspace_id, waba_id) do update set asked_at = excluded.asked_at,
     answered_at = coalesce(excluded.answered_at, template_mirrors.answered_at), detail = excluded.detail`,
);

export const mirrorsOf = sql(
  'templates/mirrors',
  `select min(answered_at) as "refreshedAt" from template_mirrors where workspace_id = $1 and ($2::text is null or waba_id = $2)`,
);

/** What a webhook says about one template, at once; the rest comes with the refresh that follows. */
export const noteChange = sql(
  'templates/note-change',
  `update templates set status = coalesce($4, status), quality = coalesce($5, quality), category = coalesce($6, category),
     rejected_reason = coalesce($7, rejected_reason), updated_at = $8
   where workspace_id = $1 and waba_id = $2 and provider_id = $3
   returning id`,
);
