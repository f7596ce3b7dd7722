export const crmVerbs = {};
