import { Loader, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTexts } from '../../../../text/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import type { Problem } from '../writing/editor-handle.ts';
import classes from './editor.module.css';
import type { Checked } from './use-check.ts';

const SHOWN = 30;

/** Under the text: how it is, and each problem as a way to its line. */
export function ProblemList({ checked, onChoose }: { checked: Checked; onChoose: (problem: Problem) => void }) {
  const t = useTexts(flowsTexts);
  const { check, failed } = checked;
  const problems = check?.problems ?? [];
  const errors = problems.filter((one) => one.severity === 'error');
  const sorted = [...errors, ...problems.filter((one) => one.severity === 'warning')];
  return (
    <section className={classes.problems} aria-label={t('problems', { count: errors.length })}>
      <output className={classes.summary} aria-live="polite">
        {failed ? t('checkFailed') : <Summary problems={problems} pending={check === undefined} />}
      </output>
      {sorted.length > 0 && (
        <ul className={classes.problemList}>
          {sorted.slice(0, SHOWN).map((problem) => (
            <li key={`${problem.line} ${problem.column} ${problem.kind} ${problem.path}`}>
              <UnstyledButton className={classes.problem ?? ''} onClick={() => onChoose(problem)}>
                {problem.severity === 'error' ? (
                  <IconCircleX size={16} stroke={1.7} className={classes.error} />
                ) : (
                  <IconAlertTriangle size={16} stroke={1.7} className={classes.warning} />
                )}
                <Text span size="xs" c="dimmed" className={classes.line ?? ''}>
                  {t('atLine', { line: problem.line })}
                </Text>
                <Text span size="sm">
                  {problem.text}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Summary({ problems, pending }: { problems: readonly Problem[]; pending: boolean }) {
  const t = useTexts(flowsTexts);
  if (pending)
    return (
      <>
        <Loader size={14} /> {t('checking')}
      </>
    );
  const errors = problems.filter((one) => one.severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0)
    return (
      <>
        <IconCircleCheck size={16} stroke={1.7} className={classes.good} /> {t('allGood')}
      </>
    );
  const told = [
    ...(errors > 0 ? [t('problems', { count: errors })] : []),
    ...(warnings > 0 ? [t('warnings', { count: warnings })] : []),
  ];
  return <>{told.join(' · ')}</>;
}
