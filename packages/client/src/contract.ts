import type { OperationName, Operations } from '@balcao/contract';

export type { ErrorCode, OperationName, Problem, ProblemIssue } from '@balcao/contract';
export {
  type FileOperationName,
  forwardOperationNames,
  onceOperationNames,
  type ReadOperationName,
  readOperationNames,
} from '@balcao/contract/kinds';

/*
 * All that the client knows of the contract. In the package that integrators install, scripts/pack-client.ts puts plain types of
 * the same names in the place of this file: nobody needs zod to read what an operation takes.
 */

/** What an operation is asked, as one writes it: what has a default may be left out. */
export type Input<Name extends OperationName> = Operations[Name]['input']['_zod']['input'];
export type Output<Name extends OperationName> = Operations[Name]['output']['_zod']['output'];
