import { workspacesUpdate } from '../workspaces.ts';
import { cannedDelete, cannedList, cannedRender, cannedSave } from './canned.ts';
import {
  channelsCheck,
  channelsConnectWhatsapp,
  channelsHealth,
  channelsTestCredential,
  channelsUpdate,
  channelsWebhook,
} from './channel-setup.ts';
import { macrosDelete, macrosList, macrosRun, macrosSave } from './macros.ts';
import { messagesReact, messagesRetry, messagesThread } from './message-actions.ts';
import { scheduledCancel, scheduledCreate, scheduledList, scheduledUpdate } from './scheduled.ts';
import { templatesList, templatesPreview, templatesRefresh } from './templates.ts';
import { mediaLimits, mediaUpload } from './uploads.ts';

export { cannedVariables } from './canned.ts';
export type { MacroAction } from './macros.ts';
export type { Recurrence } from './scheduled.ts';
export { type ShownMedia, type ThreadMessage, threadMessage } from './thread-message.ts';

/** Declared in the files beside, one for each resource. */
export const writingOperations = {
  [messagesThread.name]: messagesThread,
  [messagesReact.name]: messagesReact,
  [messagesRetry.name]: messagesRetry,
  [mediaUpload.name]: mediaUpload,
  [mediaLimits.name]: mediaLimits,
  [templatesList.name]: templatesList,
  [templatesRefresh.name]: templatesRefresh,
  [templatesPreview.name]: templatesPreview,
  [cannedList.name]: cannedList,
  [cannedSave.name]: cannedSave,
  [cannedDelete.name]: cannedDelete,
  [cannedRender.name]: cannedRender,
  [macrosList.name]: macrosList,
  [macrosSave.name]: macrosSave,
  [macrosDelete.name]: macrosDelete,
  [macrosRun.name]: macrosRun,
  [scheduledList.name]: scheduledList,
  [scheduledCreate.name]: scheduledCreate,
  [scheduledUpdate.name]: scheduledUpdate,
  [scheduledCancel.name]: scheduledCancel,
  [channelsTestCredential.name]: channelsTestCredential,
  [channelsConnectWhatsapp.name]: channelsConnectWhatsapp,
  [channelsWebhook.name]: channelsWebhook,
  [channelsUpdate.name]: channelsUpdate,
  [channelsHealth.name]: channelsHealth,
  [channelsCheck.name]: channelsCheck,
  [workspacesUpdate.name]: workspacesUpdate,
} as const;
