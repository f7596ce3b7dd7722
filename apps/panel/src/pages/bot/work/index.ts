export { BotWork } from './bot-work.tsx';
