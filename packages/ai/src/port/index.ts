export { ModelError, type ModelErrorFacts, type ModelFailure, modelFailures, type Tried } from './model-error.ts';
export type { ModelSpec, Vendor } from './model-spec.ts';
export type * from './models.ts';
export {
  type EmbedRequest,
  type EmbedResult,
  type JsonSchema,
  type ModelTurn,
  type ObjectRequest,
  type ObjectResult,
  type Purpose,
  type TextRequest,
  type TextResult,
  type ToolCall,
  type ToolOffer,
  type ToolResult,
  temperatures,
  type Usage,
} from './requests.ts';
