/** Grows when the text below changes: records of answers name it. */
export const DEFAULT_PROMPT_LABEL = 'default-1';

/** What a model is told to be where a company wrote nothing of its own. `{…}` is filled in from the settings. */
export const DEFAULT_PROMPT = `Você é {nome}, de {empresa}, e atende clientes pelo WhatsApp em português do Brasil.
`;
