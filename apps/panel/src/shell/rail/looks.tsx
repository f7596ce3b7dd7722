import { SegmentedControl, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useWrite } from '../../api/index.ts';
import { chooseLanguage, type Language, languageNames, languages, useLanguage, useTexts } from '../../text/index.ts';
import { shellTexts } from '../texts/texts.ts';

export function SchemeChoice() {
  const t = useTexts(shellTexts);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('theme')}
      value={colorScheme}
      onChange={(chosen) => setColorScheme(chosen === 'light' || chosen === 'dark' ? chosen : 'auto')}
      data={[
        { value: 'light', label: <Choice icon={IconSun} label={t('themeLight')} /> },
        { value: 'dark', label: <Choice icon={IconMoon} label={t('themeDark')} /> },
        { value: 'auto', label: <Choice icon={IconDeviceDesktop} label={t('themeAuto')} /> },
      ]}
    />
  );
}

function Choice({ icon: Icon, label }: { icon: typeof IconSun; label: string }) {
  return (
    <Tooltip label={label}>
      <span style={{ display: 'grid', placeItems: 'center', height: '1.375rem' }}>
        <Icon size={18} stroke={1.7} aria-label={label} role="img" />
      </span>
    </Tooltip>
  );
}

export function LanguageChoice() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const update = useWrite('me.update', { refreshes: ['me.get'] });
  const choose = (chosen: string) => {
    const found = languages.find((one) => one === chosen) satisfies Language | undefined;
    if (!found) return;
    void chooseLanguage(found);
    update.mutate({ language: found });
  };
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('language')}
      value={language}
      onChange={choose}
      data={languages.map((one) => ({ value: one, label: languageNames[one].split(' ')[0] ?? one }))}
    />
  );
}
