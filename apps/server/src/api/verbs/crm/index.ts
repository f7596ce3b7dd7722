import { contactCareVerbs } from './contacts.ts';
import { exportVerbs } from './exports.ts';
import { fieldVerbs } from './fields.ts';
import { contactHistoryVerbs } from './history.ts';
import { importVerbs } from './imports.ts';
import { searchVerbs } from './search.ts';

export { presentContact } from './present-contact.ts';

export const crmVerbs = {
  ...contactCareVerbs,
  ...contactHistoryVerbs,
  ...fieldVerbs,
  ...importVerbs,
  ...exportVerbs,
  ...searchVerbs,
};
