import { type ComponentType, lazy, type ReactNode, useState } from 'react';
import type { ComposerDialog } from './composer-props.ts';
import type { DialogProps } from './dialog-props.ts';

const dialogs: Readonly<Record<ComposerDialog, ComponentType<DialogProps>>> = {
  template: lazy(() => import('./templates/template-dialog.tsx').then((it) => ({ default: it.TemplateDialog }))),
  offer: lazy(() => import('./offers/offer-dialog.tsx').then((it) => ({ default: it.OfferDialog }))),
  place: lazy(() => import('./cards/place-dialog.tsx').then((it) => ({ default: it.PlaceDialog }))),
  contact: lazy(() => import('./cards/contact-dialog.tsx').then((it) => ({ default: it.ContactDialog }))),
  schedule: lazy(() => import('./scheduled/schedule-dialog.tsx').then((it) => ({ default: it.ScheduleDialog }))),
};

type Given = Omit<DialogProps, 'opened' | 'onClosed'> & { readonly dialog: ComposerDialog | undefined };

/** The dialog that is open; each is fetched when it is first wanted, and stays until it has faded away. */
export function ComposerDialogs({ dialog, ...props }: Given): ReactNode {
  const [shown, setShown] = useState(dialog);
  if (dialog !== undefined && dialog !== shown) setShown(dialog);
  if (shown === undefined) return null;
  const Dialog = dialogs[shown];
  return <Dialog {...props} opened={dialog !== undefined} onClosed={() => setShown(undefined)} />;
}
