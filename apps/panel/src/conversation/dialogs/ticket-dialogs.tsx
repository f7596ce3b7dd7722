import { Modal } from '@mantine/core';
import { useStore } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import { actOnTickets } from '../actions/act-on-tickets.ts';
import type { TicketAction } from '../actions/ticket-action.ts';
import { conversationTexts } from '../texts/texts.ts';
import { HandoffForm } from './handoff-form.tsx';
import { type DialogKind, dialog } from './open-dialog.ts';
import { ResolveForm } from './resolve-form.tsx';
import { SnoozeForm } from './snooze-form.tsx';
import { SubjectForm } from './subject-form.tsx';
import { TagsForm } from './tags-form.tsx';
import { TransferForm } from './transfer-form.tsx';

const titles = {
  transfer: 'transferTitle',
  snooze: 'snoozeTitle',
  resolve: 'resolveTitle',
  tags: 'tagsTitle',
  subject: 'subjectTitle',
  'reset-bot': 'resetBotTitle',
  handoff: 'handoffTitle',
} as const satisfies Record<DialogKind, string>;

const forms = {
  transfer: TransferForm,
  snooze: SnoozeForm,
  resolve: ResolveForm,
  tags: TagsForm,
  subject: SubjectForm,
  handoff: HandoffForm,
} as const;

/** Once on the page: whichever dialog of the ticket actions is open. */
export function TicketDialogs() {
  const t = useTexts(conversationTexts);
  const open = useStore(dialog);
  const close = () => dialog.set(undefined);
  if (!open) return null;
  const act = async (action: TicketAction) => {
    const done = await actOnTickets(open.tickets, action);
    if (!done) return;
    close();
    open.after?.();
  };
  const title = t(titles[open.kind]);
  if (open.kind === 'reset-bot')
    return (
      <ConfirmDialog
        opened
        onClose={close}
        title={title}
        question={t('resetBotText')}
        yes={t('resetBot')}
        onConfirm={() => act({ do: 'reset-bot' })}
      />
    );
  const Form = forms[open.kind];
  return (
    <Modal opened onClose={close} title={title} size="md">
      <Form tickets={open.tickets} act={act} cancel={close} />
    </Modal>
  );
}
