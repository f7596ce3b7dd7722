import { Button, FileButton, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../text/index.ts';
import { FormProblem } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { ImportProgress } from './import-progress.tsx';
import { sendFile } from './send-file.ts';

type Step = { at: 'file' } | { at: 'columns'; importId: string } | { at: 'running'; importId: string };

/** Choose a file, say what its columns are, watch it come in. Closing changes nothing: it goes on by itself. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(contactsTexts);
  const [step, setStep] = useState<Step>({ at: 'file' });
  return (
    <Modal opened onClose={onClose} title={t('importTitle')} size={step.at === 'columns' ? 'xl' : 'md'}>
      {step.at === 'file' && <PickFile onSent={(importId) => setStep({ at: 'columns', importId })} />}
      {step.at === 'columns' && (
        <ColumnMapping
          importId={step.importId}
          onRunning={() => setStep({ at: 'running', importId: step.importId })}
          onBack={() => setStep({ at: 'file' })}
        />
      )}
      {step.at === 'running' && (
        <ImportProgress importId={step.importId} onAnother={() => setStep({ at: 'file' })} onClose={onClose} />
      )}
    </Modal>
  );
}

function PickFile({ onSent }: { onSent: (importId: string) => void }) {
  const t = useTexts(contactsTexts);
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<unknown>();
  const send = async (file: File | null) => {
    if (file === null) return;
    setProblem(undefined);
    setShare(0);
    try {
      onSent((await sendFile(file, setShare)).id);
    } catch (error) {
      setProblem(error);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Stack gap="md" align="stretch">
      <Text size="sm">{t('importPick')}</Text>
      <FormProblem problem={problem} />
      {share === undefined ? (
        <FileButton
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(file) => void send(file)}
        >
          {(props) => (
            <Button {...props} size="md" leftSection={<IconFileSpreadsheet size={20} stroke={1.7} />}>
              {t('chooseFile')}
            </Button>
          )}
        </FileButton>
      ) : (
        <div role="status">
          <Text size="sm" mb={4}>
            {t('sending', { percent: Math.round(share * 100) })}
          </Text>
          <Progress value={share * 100} aria-label={t('importTitle')} />
        </div>
      )}
    </Stack>
  );
}
