import { type ComponentType, lazy, type ReactNode } from 'react';
import type { ComposerDialog } from './composer-props.ts';
import type { DialogProps } from './dialog-props.ts';

const dialogs: Readonly<Record<ComposerDialog, ComponentType<DialogProps>>> = {
  template: lazy(() => import('./templates/template-dialog.tsx').then((it) => ({ default: it.TemplateDialog }))),
  offer: lazy(() => import('./offers/offer-dialog.tsx').then((it) => ({ default: it.OfferDialog }))),
  place: lazy(() => import('./cards/place-dialog.tsx').then((it) => ({ default: it.PlaceDialog }))),
  contact: lazy(() => import('./cards/contact-dialog.tsx').then((it) => ({ default: it.ContactDialog }))),
  schedule: lazy(() => import('./scheduled/schedule-dialog.tsx').then((it) => ({ default: it.ScheduleDialog }))),
};

/** The dialog that is open; each is fetched when it is first wanted. */
export function ComposerDialogs({ dialog, ...props }: DialogProps & { dialog: ComposerDialog | undefined }): ReactNode {
  if (dialog === undefined) return null;
  const Dialog = dialogs[dialog];
  return <Dialog {...props} />;
}
