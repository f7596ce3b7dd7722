import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Loaded, RowsSkeleton, Section } from '../../../ui/index.ts';
import type { Prompt } from './prompt-editor.tsx';
import classes from './prompts.module.css';
import { promptsTexts } from './texts/texts.ts';

const signs = { same: ' ', added: '+', removed: '−' } as const;

/** What changed, line by line, since what it was begun from or since any other version. */
export function PromptDiff({ prompt }: { prompt: Prompt }) {
  const t = useTexts(promptsTexts);
  const [from, setFrom] = useState<string | null>(null);
  const others = useRead('prompts.list', { limit: 100 }).data?.prompts.filter((one) => one.id !== prompt.id) ?? [];
  const read = useRead('prompts.diff', { to: prompt.id, ...(from === null ? {} : { from }) });
  return (
    <Section title={t('diff')} quiet>
      {others.length > 0 && (
        <Select
          mb="md"
          label={t('since')}
          placeholder={t('sinceBegun')}
          clearable
          value={from}
          onChange={setFrom}
          data={others.map((one) => ({ value: one.id, label: t('version', { version: one.version }) }))}
        />
      )}
      <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} />}>
        {({ lines }) =>
          lines.every((line) => line.kind === 'same') ? (
            <Text size="sm" c="dimmed">
              {t('noChanges')}
            </Text>
          ) : (
            <div className={classes.diff}>
              {lines.map((line, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- lines stand where they stand
                <div key={at} data-kind={line.kind} className={classes.line}>
                  <span aria-label={line.kind === 'same' ? undefined : t(line.kind)} role="img">
                    {signs[line.kind]}
                  </span>
                  <span>{line.text}</span>
                </div>
              ))}
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}
