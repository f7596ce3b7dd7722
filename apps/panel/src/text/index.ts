export { chooseLanguage, currentLanguage, preferredLanguage, startTexts } from './i18n.ts';
export { defineTexts, type Language, languageNames, languages, type Say, type TextsLike } from './texts.ts';
export { sayIn, useLanguage, useTexts } from './use-texts.ts';
