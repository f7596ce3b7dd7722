import { SectionsFrame } from '../../shell/index.ts';
import { useTexts } from '../../text/index.ts';
import { sections } from './frame/sections.tsx';
import { botTexts } from './texts/texts.ts';

const groups = ['groupWatch', 'groupKnows', 'groupActs'] as const;

/** Everything of the bot: how it does, what it knows, how it behaves. */
export function BotPage() {
  const t = useTexts(botTexts);
  const ordered = groups.flatMap((group) => sections.filter((one) => one.group === group));
  const named = ordered.map((one) => ({ ...one, label: t(one.label), group: t(one.group) }));
  return <SectionsFrame base="/bot" title={t('title')} all={t('all')} sections={named} />;
}
