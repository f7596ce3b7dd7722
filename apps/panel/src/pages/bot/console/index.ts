export { BotConsole } from './bot-console.tsx';
