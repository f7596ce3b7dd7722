import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Bot',
  all: 'All about the bot',
  groupWatch: 'Follow',
  groupKnows: 'What it knows',
  groupActs: 'How it acts',
  sectionNumbers: 'Numbers',
  sectionQuestions: 'Unanswered questions',
  sectionConsole: 'Try it',
  sectionKnowledge: 'Knowledge',
  sectionIntents: 'Intents',
  sectionWork: 'How the bot works',
  sectionPrompts: 'Instructions',
  sectionFlows: 'Flows',
  sectionTools: 'Tools',
  sectionModels: 'Models',
};
