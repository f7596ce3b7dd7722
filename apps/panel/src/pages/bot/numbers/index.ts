export { BotNumbers } from './bot-numbers.tsx';
