import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { ConfirmButton, tell } from '../../ui/index.ts';
import { conversationTexts } from '../texts/texts.ts';

export function BlockButton({ contactId, blocked }: { contactId: string; blocked: boolean }) {
  const t = useTexts(conversationTexts);
  const block = useWrite('contacts.block', { refreshes: ['contacts.get'] });
  const unblock = useWrite('contacts.unblock', { refreshes: ['contacts.get'], onError: tell.problem });
  const icon = <IconBan size={16} stroke={1.7} />;
  if (blocked)
    return (
      <Button
        variant="default"
        size="xs"
        leftSection={icon}
        loading={unblock.isPending}
        onClick={() => unblock.mutate({ id: contactId })}
      >
        {t('unblock')}
      </Button>
    );
  return (
    <ConfirmButton
      title={t('blockTitle')}
      question={t('blockText')}
      yes={t('block')}
      danger
      onConfirm={() => block.mutateAsync({ id: contactId })}
      variant="subtle"
      color="red"
      size="xs"
      leftSection={icon}
    >
      {t('block')}
    </ConfirmButton>
  );
}
