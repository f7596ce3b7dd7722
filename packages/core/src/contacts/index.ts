export { type AppSyncEntry, addFromAppSync } from './add-from-app-sync.ts';
export type { FieldValues, OptInState } from './card.ts';
export { changeNumber } from './change-number.ts';
export { changeUserId } from './change-user-id.ts';
export { exportJob, importJob } from './exchange/exchange-jobs.ts';
export type { ContactExport } from './exchange/exporting/export-rows.ts';
export { beginExport, cancelExport, getExport, listExports } from './exchange/exporting/keep-exports.ts';
export { runExport } from './exchange/exporting/run-export.ts';
export { forgetOldFiles } from './exchange/forget-old-files.ts';
export type { ContactImport, ImportPlan } from './exchange/importing/import-rows.ts';
export {
  beginImport,
  cancelImport,
  getImport,
  listImports,
  readImportErrors,
} from './exchange/importing/keep-imports.ts';
export { type ImportPreview, previewImport } from './exchange/importing/preview-import.ts';
export { runImport } from './exchange/importing/run-import.ts';
export { startImport } from './exchange/importing/start-import.ts';
export { signFileLink } from './exchange/parts/file-link.ts';
export { type ServedFile, serveFile } from './exchange/serve-file.ts';
export { archiveField } from './fields/archive-field.ts';
export type { FieldChanges } from './fields/check-values.ts';
export type { ContactField, FieldType } from './fields/field.ts';
export { listFields } from './fields/list-fields.ts';
export { type FieldProblem, normaliseValue } from './fields/normalise-value.ts';
export { type FieldToSave, saveField } from './fields/save-field.ts';
export { type FoundContact, findByPhone } from './find-by-phone.ts';
export { findOneByPhone } from './find-one-by-phone.ts';
export { type ContactCard, type ContactIdentity, getContact } from './get-contact.ts';
export { type HistoryEntry, type HistoryEyes, readHistory } from './history/read-history.ts';
export { readTalks, type TalkOfContact, type TicketOfContact } from './history/read-talks.ts';
export { identify } from './identify.ts';
export { blockContact, unblockContact } from './keeping/block-contact.ts';
export { addIdentity, removeIdentity } from './keeping/change-identities.ts';
export { type ContactToCreate, createContact } from './keeping/create-contact.ts';
export { refuseBlocked } from './keeping/refuse-blocked.ts';
export { listOptIns, type OptIn, type OptInToSet, setOptIn } from './keeping/set-opt-in.ts';
export { setTags } from './keeping/set-tags.ts';
export { type ContactChanges, updateContact } from './keeping/update-contact.ts';
export {
  type ContactFilter,
  type ContactInList,
  type ContactPage,
  countContacts,
  listContacts,
} from './listing/list-contacts.ts';
export { allIdsOf } from './merging/all-ids-of.ts';
export { followMerge } from './merging/follow-merge.ts';
export { standing } from './merging/join-contacts.ts';
export { type ListedMerge, listMerges } from './merging/list-merges.ts';
export { merge } from './merging/merge.ts';
export { type UndoneMerge, undoMerge } from './merging/undo-merge.ts';
export {
  addContactNote,
  type ContactNote,
  deleteContactNote,
  editContactNote,
  listContactNotes,
} from './notes/keep-notes.ts';
export type { Identified, JoinReason, MergedContacts, Person, Sender } from './types.ts';
