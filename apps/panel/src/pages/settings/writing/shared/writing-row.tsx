import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../../text/index.ts';
import { ConfirmDialog } from '../../../../ui/index.ts';
import { writingTexts } from '../texts/texts.ts';
import classes from './writing.module.css';

interface WritingRowProps {
  readonly name: string;
  readonly mayWrite: boolean;
  readonly question: string;
  onEdit(): void;
  onRemove(): Promise<unknown>;
  readonly children: ReactNode;
}

/** One canned reply or macro: what it is, edit, delete. */
export function WritingRow({ name, mayWrite, question, onEdit, onRemove, children }: WritingRowProps): ReactNode {
  const t = useTexts(writingTexts);
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.row}>
      <div className={classes.words}>{children}</div>
      {mayWrite ? (
        <>
          <ActionIcon aria-label={t('edit', { name })} onClick={onEdit}>
            <IconPencil size={18} stroke={1.7} />
          </ActionIcon>
          <ActionIcon aria-label={t('removeTitle', { name })} onClick={() => setAsking(true)}>
            <IconTrash size={18} stroke={1.7} />
          </ActionIcon>
        </>
      ) : null}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        danger
        title={t('removeTitle', { name })}
        question={question}
        yes={t('remove')}
        onConfirm={onRemove}
      />
    </div>
  );
}
