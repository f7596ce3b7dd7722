export { BotIntents } from './bot-intents.tsx';
