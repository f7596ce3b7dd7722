import { Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useStore } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { shellTexts } from '../texts/texts.ts';
import { actionsStore } from './actions.ts';
import { findActions } from './find-actions.ts';
import { Keys } from './keys.tsx';
import { closeOverlay } from './open-state.ts';

/** `?`: every key that does something here and now. */
export function Help() {
  const t = useTexts(shellTexts);
  const keyed = findActions(useStore(actionsStore).flat(), '').filter((one) => one.keys !== undefined);
  const groups = Map.groupBy(keyed, (one) => one.group);
  return (
    <Modal opened onClose={closeOverlay} title={t('help')} size="lg">
      <Text size="sm" c="dimmed" mb="md">
        {t('helpLead')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {[...groups].map(([group, actions]) => (
          <Stack key={group} gap="xs">
            <Title order={3}>{group}</Title>
            {actions.map((one) => (
              <Group key={one.id} justify="space-between" wrap="nowrap">
                <Text size="sm">{one.label}</Text>
                <Keys keys={one.keys ?? ''} />
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
