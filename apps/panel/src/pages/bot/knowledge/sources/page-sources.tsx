import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useWrite } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, Section, uiTexts } from '../../../../ui/index.ts';
import { knowledgeTexts } from '../texts/texts.ts';
import { linesOf } from './lines-of.ts';
import { SourceList } from './source-list.tsx';

const MOST = 50;

export function PageSources() {
  const t = useTexts(knowledgeTexts);
  const mayWrite = useCan()('knowledge:write');
  const [adding, dialog] = useDisclosure(false);
  return (
    <Section
      title={t('tab_pages')}
      lead={t('pagesLead')}
      actions={
        mayWrite && (
          <Button onClick={dialog.open} leftSection={<IconPlus size={18} stroke={1.7} />}>
            {t('addPages')}
          </Button>
        )
      }
    >
      <SourceList kind="page" />
      {adding && <AddPages onClose={dialog.close} />}
    </Section>
  );
}

function AddPages({ onClose }: { onClose: () => void }) {
  const t = useTexts(knowledgeTexts);
  const ui = useTexts(uiTexts);
  const [text, setText] = useState('');
  const urls = linesOf(text).map((line) => (/^https?:\/\//i.test(line) ? line : `https://${line}`));
  const add = useWrite('knowledge.add-pages', { refreshes: ['knowledge.sources'], onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={t('addPages')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ urls });
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={t('addresses')}
            description={t('addressesHint', { most: MOST })}
            placeholder={'https://www.suaempresa.com.br/entrega\nhttps://www.suaempresa.com.br/trocas'}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={4}
            maxRows={14}
            error={urls.length > MOST ? t('tooManyAddresses', { most: MOST }) : undefined}
            required
            data-autofocus
          />
          <FormProblem problem={add.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={urls.length === 0 || urls.length > MOST}>
              {t('addPages')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
