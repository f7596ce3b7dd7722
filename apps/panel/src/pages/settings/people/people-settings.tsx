import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useReadPages } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, ErrorState, MoreButton, PageHeader, RowsSkeleton, Section } from '../../../ui/index.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PersonRow } from './person-row.tsx';
import { peopleTexts } from './texts/texts.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function PeopleSettings() {
  const t = useTexts(peopleTexts);
  const can = useCan();
  const [inviting, invite] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          can('people:write') && (
            <Button leftSection={<IconUserPlus size={18} stroke={1.7} />} onClick={invite.open}>
              {t('invite')}
            </Button>
          )
        }
      />
      <Invitations />
      <PeopleList />
      {inviting && <InviteDialog onClose={invite.close} />}
    </>
  );
}

function PeopleList() {
  const t = useTexts(peopleTexts);
  const [typed, setTyped] = useState('');
  const pages = useReadPages('people.list', {}, 'after');
  if (pages.error && !pages.data) return <ErrorState error={pages.error} onRetry={pages.refetch} />;
  const everyone = pages.data?.pages.flatMap((page) => page.people);
  const found = everyone?.filter((one) => plain(`${one.name} ${one.email}`).includes(plain(typed.trim())));
  return (
    <Section title={t('title')} quiet>
      {(everyone?.length ?? 0) > 8 && (
        <TextInput
          mb="md"
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={18} stroke={1.6} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {found === undefined && <RowsSkeleton rows={4} height={60} />}
      {found?.length === 0 && <EmptyState icon={<IconSearch size={24} stroke={1.6} />} title={t('nobody')} />}
      {found?.map((one) => (
        <PersonRow key={one.id} person={one} />
      ))}
      <MoreButton pages={pages} />
    </Section>
  );
}
