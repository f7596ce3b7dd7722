import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { problemSentence } from '../problem-sentence.ts';

/** Why a form was refused, above its button. Nothing while all is well. */
export function FormProblem({ problem }: { problem: unknown }) {
  if (problem === null || problem === undefined) return null;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} stroke={1.7} />} p="sm">
      {problemSentence(problem)}
    </Alert>
  );
}
