import { useActions } from '../shell/index.ts';
import { useTexts } from '../text/index.ts';
import type { ComposerDialog } from './composer-props.ts';
import { composerTexts } from './texts/texts.ts';

const words = [
  ['template', 'attachTemplate'],
  ['offer', 'attachOffer'],
  ['place', 'attachPlace'],
  ['contact', 'attachContact'],
  ['schedule', 'schedule'],
] as const satisfies readonly (readonly [ComposerDialog, string])[];

/** What opens over the composer, in the palette too; without leave to write freely, only the templates. */
export function useComposerActions(free: boolean, open: (dialog: ComposerDialog) => void): void {
  const t = useTexts(composerTexts);
  const shown = words.filter(([dialog]) => free || dialog === 'template');
  useActions(
    shown.map(([dialog, word]) => ({
      id: `composer.${dialog}`,
      label: t(word),
      group: t('composer'),
      run: () => open(dialog),
    })),
  );
}
