import { consoleVerbs } from './console/index.ts';
import { flowVerbs } from './flows.ts';
import { intentVerbs } from './intents.ts';
import { knowledgeVerbs } from './knowledge.ts';
import { memoryVerbs } from './memory.ts';
import { modelVerbs } from './models.ts';
import { promptVerbs } from './prompts.ts';
import { questionVerbs } from './questions.ts';
import { settingsVerbs } from './settings.ts';
import { sourceVerbs } from './sources.ts';
import { talkVerbs } from './talks.ts';
import { toolVerbs } from './tools.ts';

export const botVerbs = {
  ...consoleVerbs,
  ...flowVerbs,
  ...intentVerbs,
  ...knowledgeVerbs,
  ...questionVerbs,
  ...sourceVerbs,
  ...settingsVerbs,
  ...talkVerbs,
  ...toolVerbs,
  ...modelVerbs,
  ...promptVerbs,
  ...memoryVerbs,
};
