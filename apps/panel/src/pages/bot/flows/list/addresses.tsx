import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { ConfirmButton, Loaded, Section } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import { AddressDialog } from './address-dialog.tsx';

type Address = Output<'flows.addresses'>['addresses'][number];

/** Servers that flows call by name, with their keys out of the text. */
export function Addresses() {
  const t = useTexts(flowsTexts);
  const mayWrite = useCan()('bot:write');
  const read = useRead('flows.addresses', {});
  const [editing, setEditing] = useState<Address | 'new'>();
  return (
    <Section
      title={t('addresses')}
      lead={t('addressesLead')}
      actions={
        mayWrite && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} stroke={1.7} />}
            onClick={() => setEditing('new')}
          >
            {t('addAddress')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ addresses }) =>
          addresses.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noAddresses')}
            </Text>
          ) : (
            addresses.map((address) => (
              <AddressRow key={address.id} address={address} mayWrite={mayWrite} onEdit={() => setEditing(address)} />
            ))
          )
        }
      </Loaded>
      {editing !== undefined && (
        <AddressDialog address={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Section>
  );
}

function AddressRow({ address, mayWrite, onEdit }: { address: Address; mayWrite: boolean; onEdit: () => void }) {
  const t = useTexts(flowsTexts);
  const remove = useWrite('flows.remove-address', { refreshes: ['flows.addresses'] });
  return (
    <Group justify="space-between" py="xs" gap="xs">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600}>
          {address.name}
        </Text>
        <Text size="xs" c="dimmed">
          {[address.url, ...address.headers].join(' · ')}
        </Text>
      </div>
      {mayWrite && (
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={onEdit}>
            {t('changeAddress')}
          </Button>
          <ConfirmButton
            size="xs"
            danger
            title={t('removeAddressTitle', { name: address.name })}
            question={t('removeAddressText')}
            yes={t('removeAddress')}
            onConfirm={() => remove.mutateAsync({ id: address.id })}
          >
            {t('removeAddress')}
          </ConfirmButton>
        </Group>
      )}
    </Group>
  );
}
