import type { ErrorCode } from '@balcao/contract';
import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ApiProblem } from '../../api/index.ts';
import { problemSentence } from '../problem-sentence.ts';

/** Why a form was refused, above its button. Nothing while all is well, nor when a field tells it (`unless`). */
export function FormProblem({ problem, unless }: { problem: unknown; unless?: ErrorCode }) {
  if (problem === null || problem === undefined) return null;
  if (unless !== undefined && problem instanceof ApiProblem && problem.code === unless) return null;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} stroke={1.7} />} p="sm">
      {problemSentence(problem)}
    </Alert>
  );
}

/** For the field of a new password: that the server found it weak, beside it. */
export const weakPassword = (problem: unknown): { error?: string } =>
  problem instanceof ApiProblem && problem.code === 'weak_password' ? { error: problemSentence(problem) } : {};
