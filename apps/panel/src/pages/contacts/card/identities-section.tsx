import { ActionIcon, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Output, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import {
  ConfirmButton,
  ConfirmDialog,
  dayOf,
  FormProblem,
  RelativeTime,
  Section,
  tell,
  uiTexts,
} from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './card.module.css';
import { whyOf } from './why-of.ts';

type Card = Output<'contacts.get'>;
type Identity = Card['contact']['identities'][number];
const refreshes = ['contacts.get', 'contacts.list', 'contacts.history'] as const;

/** Every address of the person, why we hold it for theirs, and which contacts were made one. */
export function IdentitiesSection({ contact, merges }: { contact: Card['contact']; merges: Card['merges'] }) {
  const t = useTexts(contactsTexts);
  const mayWrite = useCan()('contacts:write');
  const [adding, add] = useDisclosure(false);
  return (
    <Section
      title={t('identities')}
      lead={t('identitiesLead')}
      actions={
        mayWrite && (
          <ActionIcon variant="subtle" onClick={add.open} aria-label={t('addIdentity')}>
            <IconPlus size={18} stroke={1.7} />
          </ActionIcon>
        )
      }
    >
      {contact.identities.map((identity) => (
        <IdentityLine key={identity.id} contactId={contact.id} identity={identity} mayWrite={mayWrite} />
      ))}
      {merges
        .filter((merge) => merge.undoneAt === null && merge.into === contact.id)
        .map((merge) => (
          <MergeLine key={merge.id} merge={merge} mayWrite={mayWrite} />
        ))}
      {adding && <AddIdentity contactId={contact.id} onClose={add.close} />}
    </Section>
  );
}

function IdentityLine({ contactId, identity, mayWrite }: { contactId: string; identity: Identity; mayWrite: boolean }) {
  const t = useTexts(contactsTexts);
  const [asking, ask] = useDisclosure(false);
  const remove = useWrite('contacts.remove-identity', { refreshes });
  const kinds = ['phone', 'email', 'bsuid', 'parent_bsuid', 'lid', 'visitor'] as const;
  const kind = kinds.find((one) => one === identity.kind);
  const value = identity.e164 ?? identity.value;
  return (
    <div className={classes.line}>
      <div className={classes.lineText}>
        <Text size="xs" c="dimmed">
          {kind === undefined ? identity.kind : t(`kind_${kind}`)}
        </Text>
        <Text size="sm">{value}</Text>
        <Text size="xs" c="dimmed">
          {whyOf(identity.reason, t)}
        </Text>
      </div>
      <RelativeTime at={identity.lastSeenAt} />
      {mayWrite && (kind === 'phone' || kind === 'email') && (
        <ActionIcon variant="subtle" color="gray" onClick={ask.open} aria-label={t('removeIdentityTitle', { value })}>
          <IconTrash size={16} stroke={1.7} />
        </ActionIcon>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        danger
        title={t('removeIdentityTitle', { value })}
        question={t('removeIdentityQuestion')}
        yes={t('remove')}
        onConfirm={() => remove.mutateAsync({ id: contactId, identityId: identity.id, reason: t('remove') })}
      />
    </div>
  );
}

function MergeLine({ merge, mayWrite }: { merge: Card['merges'][number]; mayWrite: boolean }) {
  const t = useTexts(contactsTexts);
  const language = useLanguage();
  const undo = useWrite('contacts.undo-merge', { refreshes, onSuccess: () => tell.done(t('undone')) });
  return (
    <div className={classes.line}>
      <div className={classes.lineText}>
        <Text size="sm">{t('mergedOn', { day: dayOf(merge.at, language) })}</Text>
        <Text size="xs" c="dimmed">
          {whyOf(merge.reason, t)}
        </Text>
      </div>
      {mayWrite && (
        <ConfirmButton
          size="xs"
          title={t('undoTitle')}
          question={t('undoQuestion')}
          yes={t('undo')}
          leftSection={<IconArrowBackUp size={16} stroke={1.7} />}
          onConfirm={() => undo.mutateAsync({ mergeId: merge.id })}
        >
          {t('undo')}
        </ConfirmButton>
      )}
    </div>
  );
}

function AddIdentity({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const [kind, setKind] = useState<'phone' | 'email'>('phone');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const add = useWrite('contacts.add-identity', {
    refreshes,
    onSuccess: ({ added }) => {
      if (added) onClose();
    },
  });
  const owner = add.data?.added === false ? add.data.belongsTo : null;
  return (
    <Modal opened onClose={onClose} title={t('addIdentity')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ id: contactId, kind, value: value.trim(), reason: reason.trim() });
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('identities')}
            data={[
              { value: 'phone', label: t('kind_phone') },
              { value: 'email', label: t('kind_email') },
            ]}
            value={kind}
            onChange={(chosen) => setKind(chosen === 'email' ? 'email' : 'phone')}
            allowDeselect={false}
          />
          <TextInput
            label={kind === 'phone' ? t('phone') : t('email')}
            description={kind === 'phone' ? t('phoneHint') : undefined}
            type={kind === 'phone' ? 'tel' : 'email'}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            required
            data-autofocus
          />
          <TextInput
            label={t('why')}
            description={t('whyHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
          {owner !== null && (
            <Text size="sm" c="var(--b-danger)" role="alert">
              {t('belongs')}{' '}
              <Link to="/contacts/$contactId" params={{ contactId: owner }} onClick={onClose}>
                {t('openOther')}
              </Link>
            </Text>
          )}
          <FormProblem problem={add.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
