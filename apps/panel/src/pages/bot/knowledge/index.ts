export { BotKnowledge } from './bot-knowledge.tsx';
