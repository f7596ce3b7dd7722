export { chooseLanguage, currentLanguage, isLanguageChosen, preferredLanguage, startTexts } from './language.ts';
export { defineTexts, type Language, languageNames, languages, type Say, type TextsLike } from './texts.ts';
export { sayIn, useLanguage, useTexts } from './use-texts.ts';
