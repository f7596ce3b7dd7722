/** Declared in the files beside, one for each resource. */
export const botOperations = {} as const;
