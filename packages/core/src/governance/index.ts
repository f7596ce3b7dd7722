export { readBot } from './settings/read-bot.ts';
export type { Bot, ConfiguredModel, ModelPurpose, ModelVendor, PromptInForce } from './settings/types.ts';
export { type BotChange, updateBot } from './settings/update-bot.ts';
