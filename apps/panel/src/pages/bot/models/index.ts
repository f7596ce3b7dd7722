export { BotModels } from './bot-models.tsx';
