export { variableNames } from './canned/variables.ts';
export { Composer } from './composer.tsx';
export type { ComposerHandle, ComposerProps } from './composer-props.ts';
export { draftStore } from './drafts/use-draft.ts';
export { uploadFile } from './files/upload-file.ts';
export type { ComposerConversation } from './outgoing/conversation.ts';
export type { OutboundContent, OutgoingDraft, UploadWatch } from './outgoing/outgoing-draft.ts';
export { pendingMessage } from './outgoing/pending-message.ts';
