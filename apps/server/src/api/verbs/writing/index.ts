export const writingVerbs = {};
