import { ActionIcon, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useWrite } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, tell, uiTexts } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';

type Address = Output<'flows.addresses'>['addresses'][number];

interface Header {
  readonly key: number;
  readonly name: string;
  readonly value: string;
  readonly kept: boolean;
}

export function AddressDialog({ address, onClose }: { address: Address | undefined; onClose: () => void }) {
  const t = useTexts(flowsTexts);
  const ui = useTexts(uiTexts);
  const [name, setName] = useState(address?.name ?? '');
  const [url, setUrl] = useState(address?.url ?? 'https://');
  const [headers, setHeaders] = useState<readonly Header[]>(
    (address?.headers ?? []).map((header, key) => ({ key, name: header, value: '', kept: true })),
  );
  const save = useWrite('flows.save-address', {
    refreshes: ['flows.addresses'],
    onSuccess: () => {
      tell.done(t('addressSaved'));
      onClose();
    },
  });
  const change = (key: number, part: Partial<Header>) =>
    setHeaders((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Modal
      opened
      onClose={onClose}
      title={address === undefined ? t('addAddress') : t('editAddress', { name: address.name })}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            name,
            url,
            headers: headers
              .filter((one) => one.name.trim() !== '' && (one.kept || one.value !== ''))
              .map((one) => ({ name: one.name.trim(), ...(one.value === '' ? {} : { value: one.value }) })),
          });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('addressName')}
            description={t('addressNameHint')}
            required
            maxLength={60}
            value={name}
            disabled={address !== undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('addressUrl')}
            type="url"
            required
            maxLength={500}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <Text size="sm" fw={500}>
            {t('addressHeaders')}
          </Text>
          {headers.map((header) => (
            <Group key={header.key} gap="xs" wrap="nowrap" align="flex-start">
              <TextInput
                aria-label={t('headerName')}
                flex={1}
                miw={0}
                placeholder="Authorization"
                value={header.name}
                disabled={header.kept}
                onChange={(event) => change(header.key, { name: event.currentTarget.value })}
              />
              <PasswordInput
                aria-label={t('headerValue')}
                placeholder={header.kept ? t('headerKept') : t('headerValue')}
                value={header.value}
                autoComplete="off"
                flex={1}
                miw={0}
                onChange={(event) => change(header.key, { value: event.currentTarget.value })}
              />
              <ActionIcon
                variant="default"
                size={36}
                aria-label={t('removeHeader')}
                onClick={() => setHeaders((before) => before.filter((one) => one.key !== header.key))}
              >
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
            </Group>
          ))}
          <Button
            variant="subtle"
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={16} stroke={1.7} />}
            onClick={() =>
              setHeaders((before) => [
                ...before,
                { key: Math.max(0, ...before.map((one) => one.key + 1)), name: '', value: '', kept: false },
              ])
            }
          >
            {t('addHeader')}
          </Button>
          <FormProblem problem={save.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {ui('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
