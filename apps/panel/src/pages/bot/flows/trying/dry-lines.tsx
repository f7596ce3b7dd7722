import { Text, UnstyledButton } from '@mantine/core';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { fullTime } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './trying.module.css';
import type { DryRun } from './use-dry-run.ts';

type Line = DryRun['lines'][number];
type Option = Line['options'][number];

/** The talk as on the customer's telephone; between the bubbles, what else happens. */
export function DryLines({ run, onChoose }: { run: DryRun; onChoose: (option: Option) => void }) {
  const t = useTexts(flowsTexts);
  const vars = Object.entries(run.vars);
  const last = run.lines.findLastIndex((line) => line.options.length > 0);
  return (
    <>
      {numbered(run.lines).map(({ line, n, key }) => (
        <div key={key} className={classes.line} data-by={line.by}>
          {line.by === 'note' ? <Note line={line} /> : <div className={classes.bubble}>{line.text}</div>}
          {line.options.length > 0 && (
            <div className={classes.options}>
              {line.options.map((option) => (
                <UnstyledButton
                  key={option.id}
                  className={classes.option ?? ''}
                  disabled={n !== last || run.handedOff}
                  aria-label={t('choose', { label: option.title })}
                  onClick={() => onChoose(option)}
                >
                  {option.title}
                  {option.description !== undefined && (
                    <Text span size="xs" c="dimmed" display="block">
                      {option.description}
                    </Text>
                  )}
                </UnstyledButton>
              ))}
            </div>
          )}
        </div>
      ))}
      {vars.length > 0 && (
        <Text size="xs" c="dimmed" ta="center" mt="xs">
          {t('variables')}: {vars.map(([name, value]) => `${name} = ${value}`).join(' · ')}
        </Text>
      )}
    </>
  );
}

/** Lines of a talk only ever grow: their place is their name. */
const numbered = (lines: readonly Line[]) => lines.map((line, n) => ({ line, n, key: `${n} ${line.by}` }));

function Note({ line }: { line: Line }) {
  const t = useTexts(flowsTexts);
  const language = useLanguage();
  const { kind, text } = line;
  const said = () => {
    if (kind === 'fetch') return t('note_fetch', { text });
    if (kind === 'answer') return t('note_answer', { text });
    if (kind === 'handoff') return text === '' ? t('note_handoff') : t('note_handoffTo', { text });
    if (kind === 'wait') return t('note_wait', { text: fullTime(text, language) });
    return kind === 'woken' ? t('note_woken', { text: fullTime(text, language) }) : t('note_stopped');
  };
  return <div className={classes.note}>{said()}</div>;
}
