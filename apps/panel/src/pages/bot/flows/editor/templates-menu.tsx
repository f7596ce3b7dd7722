import { Button, Menu, Text } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { ConfirmDialog } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';

/** Flows to begin from. One that is begun is not thrown away without a question. */
export function TemplatesMenu({ asks, onUse }: { asks: boolean; onUse: (source: string) => void }) {
  const t = useTexts(flowsTexts);
  const [opened, setOpened] = useState(false);
  const read = useRead('flows.templates', opened ? {} : undefined);
  const [wanted, setWanted] = useState<string>();
  return (
    <>
      <Menu width={300} position="bottom-start" opened={opened} onChange={setOpened}>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconTemplate size={16} stroke={1.7} />}>
            {t('templates')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {read.data?.templates.map(({ id, source }) => (
            <Menu.Item key={id} onClick={() => (asks ? setWanted(source) : onUse(source))}>
              <Text size="sm" fw={600}>
                {t(`tpl_${id}`)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`tpl_${id}Text`)}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={wanted !== undefined}
        onClose={() => setWanted(undefined)}
        title={t('tplReplace')}
        question={t('tplReplaceText')}
        yes={t('tplReplaceYes')}
        onConfirm={async () => {
          if (wanted !== undefined) onUse(wanted);
        }}
      />
    </>
  );
}
