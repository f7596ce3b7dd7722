export const botVerbs = {};
