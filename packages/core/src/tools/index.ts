export { allBotTools, listTools } from './keeping/list-tools.ts';
export { removeTool } from './keeping/remove-tool.ts';
export { resealToolHeaders } from './keeping/reseal-tool-headers.ts';
export { saveTool, type ToolToSave } from './keeping/save-tool.ts';
export { forgetOldRuns } from './running/forget-old-runs.ts';
export { runTool } from './running/run-tool.ts';
export { type ToolTrial, tryTool } from './running/try-tool.ts';
export type { BotTool, Tool, ToolDone, ToolFailed, ToolOutcome, ToolProblem, ToolRun } from './types.ts';
