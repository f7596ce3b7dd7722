import type { HandoffReason } from '@balcao/contract';

/** All that the bot says by itself. Buttons' titles fit into 20 characters. */
export interface Sentences {
  greet(it: { readonly name: string; readonly who: string }): string;
  welcome(): string;
  goodbye(): string;
  fine(): string;
  askWhat(): string;
  askForWords(it: { readonly kind: string }): string;
  offerPerson(): string;
  error(): string;
  timeout(): string;
  notDone(): string;
  late(): string;
  optedOut(): string;
  askErase(): string;
  erased(): string;
  nudge(): string;
  idleClose(): string;
  askRating(): string;
  rateButton(): string;
  scores(): readonly string[];
  thankRating(it: { readonly score: number }): string;
  yes(): string;
  no(): string;
  person(): string;
  again(): string;
  /** What is said before a handoff, by its reason. */
  readonly before: Readonly<Record<HandoffReason, string>>;
  open(it: { readonly due: string }): string;
  shut(it: { readonly opens: string }): string;
  today(time: string): string;
  tomorrow(time: string): string;
  onDay(day: string, time: string): string;
}
