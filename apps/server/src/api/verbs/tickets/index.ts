export const ticketsVerbs = {};
