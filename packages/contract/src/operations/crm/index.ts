import { contactNotesAdd, contactNotesDelete, contactNotesEdit, contactNotesList } from './contact-notes.ts';
import {
  contactsAddIdentity,
  contactsBlock,
  contactsCount,
  contactsCreate,
  contactsGet,
  contactsHistory,
  contactsList,
  contactsRemoveIdentity,
  contactsSetTags,
  contactsUnblock,
  contactsUpdate,
} from './contacts.ts';
import { exportsCancel, exportsGet, exportsList, exportsStart } from './exports.ts';
import { fieldsArchive, fieldsList, fieldsSave } from './fields.ts';
import {
  importsCancel,
  importsErrors,
  importsErrorsFile,
  importsGet,
  importsList,
  importsPreview,
  importsRun,
  importsStart,
} from './imports.ts';
import { contactsOptIns, contactsSetOptIn } from './opt-ins.ts';
import { searchEverything, searchMessages } from './search.ts';

/** Declared in the files beside, one for each resource. */
export const crmOperations = {
  [contactsList.name]: contactsList,
  [contactsCount.name]: contactsCount,
  [contactsGet.name]: contactsGet,
  [contactsHistory.name]: contactsHistory,
  [contactsCreate.name]: contactsCreate,
  [contactsUpdate.name]: contactsUpdate,
  [contactsSetTags.name]: contactsSetTags,
  [contactsBlock.name]: contactsBlock,
  [contactsUnblock.name]: contactsUnblock,
  [contactsAddIdentity.name]: contactsAddIdentity,
  [contactsRemoveIdentity.name]: contactsRemoveIdentity,
  [contactsSetOptIn.name]: contactsSetOptIn,
  [contactsOptIns.name]: contactsOptIns,
  [contactNotesList.name]: contactNotesList,
  [contactNotesAdd.name]: contactNotesAdd,
  [contactNotesEdit.name]: contactNotesEdit,
  [contactNotesDelete.name]: contactNotesDelete,
  [fieldsList.name]: fieldsList,
  [fieldsSave.name]: fieldsSave,
  [fieldsArchive.name]: fieldsArchive,
  [importsStart.name]: importsStart,
  [importsPreview.name]: importsPreview,
  [importsRun.name]: importsRun,
  [importsGet.name]: importsGet,
  [importsList.name]: importsList,
  [importsErrors.name]: importsErrors,
  [importsErrorsFile.name]: importsErrorsFile,
  [importsCancel.name]: importsCancel,
  [exportsStart.name]: exportsStart,
  [exportsGet.name]: exportsGet,
  [exportsList.name]: exportsList,
  [exportsCancel.name]: exportsCancel,
  [searchEverything.name]: searchEverything,
  [searchMessages.name]: searchMessages,
} as const;
