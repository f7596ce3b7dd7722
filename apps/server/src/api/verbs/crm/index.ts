import { searchVerbs } from './search.ts';

export const crmVerbs = { ...searchVerbs };
