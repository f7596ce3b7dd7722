export { BotPrompts } from './bot-prompts.tsx';
