export { ApiProblem } from './api-problem.ts';
export type {
  CallOptions,
  Client,
  ClientOptions,
  FileName,
  PagedName,
  ReadName,
  UploadOptions,
  WriteName,
} from './client-types.ts';
export type { ErrorCode, Input, OperationName, Output, Problem, ProblemIssue } from './contract.ts';
export { createClient } from './create-client.ts';
