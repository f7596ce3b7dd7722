import { SectionsFrame } from '../../shell/index.ts';
import { useTexts } from '../../text/index.ts';
import { sections } from './frame/sections.tsx';
import { settingsTexts } from './texts/texts.ts';

const groups = ['groupCompany', 'groupTeam', 'groupService', 'groupSafety'] as const;

export function SettingsPage() {
  const t = useTexts(settingsTexts);
  const ordered = groups.flatMap((group) => sections.filter((one) => one.group === group));
  const named = ordered.map((one) => ({ ...one, label: t(one.label), group: t(one.group) }));
  return <SectionsFrame base="/settings" title={t('title')} all={t('all')} sections={named} />;
}
