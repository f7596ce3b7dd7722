import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { ConfirmButton, TextLink } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './editor.module.css';
import { PublishDialog } from './publish-dialog.tsx';
import { TemplatesMenu } from './templates-menu.tsx';
import type { Checked } from './use-check.ts';
import type { Draft, Got } from './use-draft.ts';

export function EditorHead({ flow, draft, checked }: { flow: Got['flow']; draft: Draft; checked: Checked }) {
  const t = useTexts(flowsTexts);
  const mayWrite = useCan()('bot:write');
  const [publishing, setPublishing] = useState(false);
  const ready = checked.fresh && checked.check?.valid === true && draft.dirty;
  const moved = flow.inForce !== null && flow.inForce.version !== draft.begunFrom;
  return (
    <header className={classes.head}>
      <div>
        <TextLink to="/bot/$section" params={{ section: 'flows' }} size="sm">
          ← {t('back')}
        </TextLink>
        <Group gap="xs" align="center">
          <Title order={1}>{t('flowOf', { name: flow.channelName })}</Title>
          <Badge variant="light" color={flow.inForce === null ? 'gray' : 'green'}>
            {flow.inForce === null ? t('notPublished') : t('inForce', { version: flow.inForce.version })}
          </Badge>
          {draft.dirty && (
            <Badge variant="light" color="yellow">
              {draft.older === null ? t('changed') : t('olderShown', { version: draft.older })}
            </Badge>
          )}
        </Group>
        {moved && flow.inForce !== null && draft.dirty && (
          <Text size="sm" c="red" mt={4} role="alert">
            {t('publishConflict', { version: flow.inForce.version })}
          </Text>
        )}
      </div>
      {mayWrite && draft.source !== '' && (
        <Group gap="xs">
          <TemplatesMenu asks={draft.source.trim() !== ''} onUse={(source) => draft.open(source)} />
          {draft.dirty && (
            <ConfirmButton
              size="xs"
              title={t('discardTitle')}
              question={t('discardText')}
              yes={t('discard')}
              danger
              onConfirm={async () => draft.discard()}
            >
              {t('discard')}
            </ConfirmButton>
          )}
          <Button size="xs" disabled={!ready} onClick={() => setPublishing(true)}>
            {t('publish')}
          </Button>
        </Group>
      )}
      {publishing && (
        <PublishDialog
          channelId={flow.channelId}
          channelName={flow.channelName}
          source={draft.source}
          begunFrom={draft.begunFrom}
          onClose={() => setPublishing(false)}
          onPublished={draft.published}
        />
      )}
    </header>
  );
}
