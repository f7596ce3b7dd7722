export { dueAfter } from './hours/due-after.ts';
export { nextOpening } from './hours/next-opening.ts';
export { openNow } from './hours/open-now.ts';
export { readBot } from './settings/read-bot.ts';
export type { Bot, ConfiguredModel, ModelPurpose, ModelVendor, PromptInForce } from './settings/types.ts';
export { type BotChange, updateBot } from './settings/update-bot.ts';
