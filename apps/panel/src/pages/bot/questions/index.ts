export { BotQuestions } from './bot-questions.tsx';
