import { sql } from '@balcao/db';

export const keepHandoffs = sql(
  'orchestrator/keep-handoffs',
  `insert into bot_handoffs (workspace_id, id, conversation_id, ticket_id, turn_id, at, reason, wants, intent, tried, collected, sentiment,
     summary, summary_by, department, answer_due_at)
   select $1, x.id, x."conversationId", x."ticketId", x."turnId", $3, x.reason, x.wants, x.intent, x.tried, x.collected, x.sentiment,
     x.summary, 'template', x.department, to_timestamp(x."answerDueAt" / 1000.0)
   from json_to_recordset($2::json) as x(id uuid, "conversationId" uuid, "ticketId" uuid, "turnId" uuid, reason text, wants text,
     intent text, tried jsonb, collected jsonb, sentiment text, summary text, department text, "answerDueAt" float8)`,
);

/** Of a conversation, or of one of its tickets; newest first. Indexes: bot_handoffs_of_conversation, bot_handoffs_of_ticket. */
export const handoffsOf = sql(
  'orchestrator/handoffs-of',
  `select id, conversation_id as "conversationId", ticket_id as "ticketId", at, reason, wants, intent, tried, collected, sentiment,
     summary, summary_by as "summaryBy", department, answer_due_at as "answerDueAt"
   from bot_handoffs
   where workspace_id = $1 and conversation_id = $2 and ($3::uuid is null or ticket_id = $3)
   order by id desc limit 50`,
);
