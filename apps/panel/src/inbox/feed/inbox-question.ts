import type { Input, Output } from '@balcao/client';

/** What a list asks for; its pages are kept under exactly this. */
export type InboxQuestion = Omit<Input<'inbox.list'>, 'before'>;
export type InboxItem = Output<'inbox.list'>['items'][number];
export type SavedView = Output<'views.list'>['views'][number];

/** The place of an item in its list: time first, id against ties. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

export interface InboxPage {
  readonly items: readonly InboxItem[];
  readonly next: string | null;
  /** How far down this page reached when it was read; null: to the end. Items may move, the bound stays. */
  readonly bound: Place | null;
}

export interface InboxPages {
  readonly pages: readonly InboxPage[];
  readonly pageParams: readonly unknown[];
}
