import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { keyOf, type Output, queryClient, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, Section, tell, uiTexts } from '../../../ui/index.ts';
import { changedFields } from './changed-fields.ts';
import { workTexts } from './texts/texts.ts';
import classes from './work.module.css';

export type Settings = Output<'bot.get'>['bot']['settings'];

export interface Draft {
  readonly settings: Settings;
  readonly change: <Subject extends keyof Settings>(subject: Subject, part: Partial<Settings[Subject]>) => void;
}

/** One card of settings with its own button: only what was changed in it is sent, so that two people do not undo each other. */
export function GroupForm({
  title,
  lead,
  saved,
  subjects,
  invalid = () => false,
  children,
}: {
  title: string;
  lead?: string;
  saved: Settings;
  subjects: readonly (keyof Settings)[];
  invalid?: (draft: Settings) => boolean;
  children: (draft: Draft) => ReactNode;
}) {
  const t = useTexts(workTexts);
  const ui = useTexts(uiTexts);
  const mayWrite = useCan()('bot:write');
  const [draft, setDraft] = useState<Partial<Settings>>({});
  const settings = { ...saved, ...draft };
  const changed = changedFields(saved, settings, subjects);
  const update = useWrite('bot.update', {
    onSuccess: (fresh) => {
      queryClient.setQueryData(keyOf('bot.get', {}), fresh);
      setDraft({});
      tell.done(t('saved'));
    },
  });
  const change: Draft['change'] = (subject, part) =>
    setDraft((now) => ({ ...now, [subject]: { ...saved[subject], ...now[subject], ...part } }));
  return (
    <Section title={title} {...(lead === undefined ? {} : { lead })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (changed !== undefined && !invalid(settings)) update.mutate({ settings: changed });
        }}
      >
        <fieldset disabled={!mayWrite} className={classes.fields}>
          <Stack>
            {children({ settings, change })}
            <FormProblem problem={update.error} />
            {changed !== undefined && (
              <Group gap="xs">
                <Button type="submit" loading={update.isPending} disabled={invalid(settings)}>
                  {ui('save')}
                </Button>
                <Button variant="default" onClick={() => setDraft({})}>
                  {t('undo')}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
    </Section>
  );
}
