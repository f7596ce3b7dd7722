export * from './errors.ts';
export {
  type Access,
  commonErrors,
  defineOperation,
  type InputOf,
  type Operation,
  type OutputOf,
} from './operation.ts';
export {
  cannedVariables,
  type MacroAction,
  type OperationName,
  type Operations,
  operationNames,
  operations,
  type Recurrence,
  type ShownMedia,
  type ThreadMessage,
  threadMessage,
} from './operations/index.ts';
export type { PushPayload } from './operations/platform/index.ts';
export type { Note, TicketEvent, TicketEventKind } from './operations/tickets/history.ts';
export type { InboxItem, TicketPriority, TicketStatus } from './operations/tickets/inbox-item.ts';
export type { TicketDetail } from './operations/tickets/tickets.ts';
export type { ViewFilter } from './operations/tickets/views.ts';
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
