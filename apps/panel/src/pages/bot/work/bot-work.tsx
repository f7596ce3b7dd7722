import { useRead } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Loaded, PageHeader, RowsSkeleton } from '../../../ui/index.ts';
import { ConfidenceForm } from './confidence-form.tsx';
import { HandoffForm } from './handoff-form.tsx';
import { HoursForm } from './hours/hours-form.tsx';
import { ModeByChannel } from './mode-by-channel.tsx';
import { MoneyForm } from './money-form.tsx';
import { PersonaForm } from './persona-form.tsx';
import { PrivacyForm } from './privacy-form.tsx';
import { TalkForm } from './talk-form.tsx';
import { workTexts } from './texts/texts.ts';

/** How the bot works: where, as whom, how sure, when a person is called, at what hours, for how much. */
export function BotWork() {
  const t = useTexts(workTexts);
  const can = useCan();
  const read = useRead('bot.get', {});
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {can('channels:read') && <ModeByChannel />}
      <Loaded read={read} skeleton={<RowsSkeleton rows={8} avatar={false} />}>
        {({ bot: { settings } }) => (
          <>
            <PersonaForm saved={settings} />
            <HandoffForm saved={settings} />
            <HoursForm saved={settings} />
            <TalkForm saved={settings} />
            <ConfidenceForm saved={settings} />
            <MoneyForm saved={settings} />
            <PrivacyForm saved={settings} />
          </>
        )}
      </Loaded>
    </>
  );
}
