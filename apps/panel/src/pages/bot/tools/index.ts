export { BotTools } from './bot-tools.tsx';
