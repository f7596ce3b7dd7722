export const platformVerbs = {};
