export const accessVerbs = {};
