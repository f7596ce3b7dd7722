import { contactCareVerbs } from './contacts.ts';
import { fieldVerbs } from './fields.ts';
import { contactHistoryVerbs } from './history.ts';
import { searchVerbs } from './search.ts';

export const crmVerbs = { ...contactCareVerbs, ...contactHistoryVerbs, ...fieldVerbs, ...searchVerbs };
