import { Button } from '@mantine/core';
import { chooseLanguage, languageNames, languages, useLanguage } from '../../text/index.ts';

/** The languages, each by its own name. */
export function LanguagePicker() {
  const now = useLanguage();
  return languages.map((language) => (
    <Button
      key={language}
      size="compact-sm"
      variant={language === now ? 'light' : 'subtle'}
      color={language === now ? 'petroleo' : 'gray'}
      aria-pressed={language === now}
      lang={language}
      onClick={() => void chooseLanguage(language)}
    >
      {languageNames[language].split(' ')[0]}
    </Button>
  ));
}
