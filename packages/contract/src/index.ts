export {
  type BotSettings,
  type BotSubject,
  botSettings,
  defaultBotSettings,
  readBotSettings,
  type SensitiveSubject,
  sensitiveSubjects,
} from './bot-settings.ts';
export { type BusinessHours, businessHours, type HourSpan, type WeekDay, weekDays } from './business-hours.ts';
export * from './errors.ts';
export {
  type Access,
  commonErrors,
  defineOperation,
  errorsOf,
  type InputOf,
  type Operation,
  type OutputOf,
  takesIdempotencyKey,
} from './operation.ts';
export {
  accessActions,
  type BotHandoff,
  type BotState,
  type BotTurn,
  cannedVariables,
  type HandoffReason,
  type InboxItem,
  type KeptTool,
  type MacroAction,
  type Note,
  type OperationName,
  type Operations,
  operationNames,
  operations,
  type PresenceState,
  type PushPayload,
  type Recurrence,
  type ShownMedia,
  type ThreadMessage,
  type TicketDetail,
  type TicketEvent,
  type TicketEventKind,
  type TicketPriority,
  type TicketStatus,
  type ToolEffect,
  type ToolParameter,
  type ToolToDo,
  threadMessage,
  toolToDo,
  type ViewFilter,
} from './operations/index.ts';
export { outboundContent } from './outbound-content.ts';
export * from './problem.ts';
export type * from './realtime.ts';
export { resources } from './resources.ts';
export { type BaseRole, baseRoleNames, baseRoles } from './roles.ts';
export { isScope, type Scope, scopeNames, scopes } from './scopes.ts';
export * from './sentences.ts';
export {
  defaultWorkspaceSettings,
  readWorkspaceSettings,
  type WorkspaceSettings,
  workspaceSettings,
} from './workspace-settings.ts';
