import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { DialogProps } from '../dialog-props.ts';
import { dialogTexts } from '../dialog-texts/texts.ts';
import { DraftPreview } from '../outgoing/draft-preview.tsx';
import type { OutboundContent } from '../outgoing/outgoing-draft.ts';
import { readPlace } from './read-place.ts';

/** A place by what one copies from a map, or by where one is. */
export function PlaceDialog({ opened, onClosed, onSend, onClose }: DialogProps): ReactNode {
  const t = useTexts(dialogTexts);
  const [pasted, setPasted] = useState('');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [looking, setLooking] = useState(false);
  const [refused, setRefused] = useState(false);
  const place = readPlace(pasted);
  const content: OutboundContent | undefined = place && {
    kind: 'location',
    ...place,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(address.trim() === '' ? {} : { address: address.trim() }),
  };
  const useHere = () => {
    setLooking(true);
    setRefused(false);
    const end = () => setLooking(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPasted(`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`);
        end();
      },
      () => {
        setRefused(true);
        end();
      },
      { timeout: 10_000, enableHighAccuracy: true },
    );
  };
  const problem = refused ? t('placeRefused') : pasted.trim() !== '' && !place ? t('placeBad') : undefined;
  return (
    <DialogFrame opened={opened} onClose={onClose} onClosed={onClosed} title={t('place')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!content) return;
          onSend({ clientId: crypto.randomUUID(), content });
          onClose();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('placePaste')}
            placeholder={t('placeHint')}
            value={pasted}
            error={problem}
            data-autofocus
            required
            onChange={(event) => {
              setRefused(false);
              setPasted(event.currentTarget.value);
            }}
          />
          <Group>
            <Button
              variant="light"
              size="compact-sm"
              leftSection={<IconCurrentLocation size={16} />}
              loading={looking}
              onClick={useHere}
            >
              {t('placeHere')}
            </Button>
          </Group>
          <TextInput
            label={t('placeName')}
            value={name}
            maxLength={1_000}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('placeAddress')}
            value={address}
            maxLength={1_000}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          {content ? <DraftPreview content={content} label={t('preview')} /> : null}
          <Group justify="flex-end">
            <Button type="submit" disabled={!content}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </DialogFrame>
  );
}
