import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { api, refresh } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Section, tell } from '../../../../ui/index.ts';
import { knowledgeTexts } from '../texts/texts.ts';
import { SourceList } from './source-list.tsx';

const accepted = '.pdf,.docx,.html,.htm,.md,.txt';

export function DocumentSources() {
  const t = useTexts(knowledgeTexts);
  const mayWrite = useCan()('knowledge:write');
  const [busy, setBusy] = useState(false);
  const send = async (files: File[]) => {
    setBusy(true);
    try {
      for (const file of files) await api.upload('knowledge.import-document', { fileName: file.name }, file);
    } catch (problem) {
      tell.problem(problem);
    } finally {
      setBusy(false);
      void refresh('knowledge.sources');
    }
  };
  return (
    <Section
      title={t('tab_documents')}
      lead={t('documentsLead')}
      actions={
        mayWrite && (
          <FileButton multiple accept={accepted} onChange={(files) => void send(files)}>
            {(props) => (
              <Button {...props} loading={busy} leftSection={<IconUpload size={18} stroke={1.7} />}>
                {t('sendDocument')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <SourceList kind="document" />
    </Section>
  );
}
