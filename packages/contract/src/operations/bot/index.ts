import { botTry } from './console.ts';
import { flowOperations } from './flows.ts';
import { intentOperations } from './intents.ts';
import { knowledgeOperations } from './knowledge.ts';
import { memoryOperations } from './memory.ts';
import { modelOperations } from './models.ts';
import { promptOperations } from './prompts.ts';
import { questionOperations } from './questions.ts';
import { botGet, botUpdate } from './settings.ts';
import { sourceOperations } from './sources.ts';
import { botMetrics, botTurnsOfConversation, botTurnsReplay, handoffsOfConversation } from './talks.ts';
import { toolsList, toolsRemove, toolsSave, toolsTest } from './tools.ts';

export type { BotHandoff, BotState, BotTurn, HandoffReason } from './talks.ts';
export { type KeptTool, type ToolEffect, type ToolParameter, type ToolToDo, toolToDo } from './tools.ts';

/** Declared in the files beside, one for each resource. */
export const botOperations = {
  [botGet.name]: botGet,
  [botUpdate.name]: botUpdate,
  [botTry.name]: botTry,
  [botTurnsOfConversation.name]: botTurnsOfConversation,
  [botTurnsReplay.name]: botTurnsReplay,
  [handoffsOfConversation.name]: handoffsOfConversation,
  [botMetrics.name]: botMetrics,
  [toolsList.name]: toolsList,
  [toolsSave.name]: toolsSave,
  [toolsRemove.name]: toolsRemove,
  [toolsTest.name]: toolsTest,
  ...intentOperations,
  ...knowledgeOperations,
  ...sourceOperations,
  ...questionOperations,
  ...flowOperations,
  ...modelOperations,
  ...promptOperations,
  ...memoryOperations,
} as const;
