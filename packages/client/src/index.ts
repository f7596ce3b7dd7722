export { ApiProblem } from './api-problem.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type Input,
  type Output,
  type ReadName,
  type WriteName,
} from './create-client.ts';
