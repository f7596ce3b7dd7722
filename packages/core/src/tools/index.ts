export { type Tool, type ToolKind, type ToolOutcome, type ToolProblem, type ToolRun, toolKinds } from './types.ts';
