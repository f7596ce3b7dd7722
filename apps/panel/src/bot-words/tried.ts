const known = ['answered', 'unsure', 'refused', 'failed', 'too_late', 'tool_done', 'tool_failed', 'wordless'] as const;

/** What the bot did before it gave up, where we have a word for it. */
export const isTried = (event: string): event is (typeof known)[number] => known.some((one) => one === event);
