import type { Program } from '@balcao/testkit';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A browser window of somebody of their own: what went wrong in it is told at the end. */
export interface Window extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Exceptions, errors in the console, refused and failed requests, since the last look. */
  problems(): string[];
  /** An answer or a word that this test wants: no problem. */
  expects(...those: RegExp[]): void;
  close(): Promise<void>;
}

export interface WindowOptions extends BrowserContextOptions {
  /** Signed in as: what `keepSession` gave. */
  readonly as?: Session | undefined;
}

export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A person with their password, as written into the forms. */
export interface Someone {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** One program with the demo on, one browser; windows are cheap. */
export interface Lab {
  readonly program: Program;
  readonly owner: Someone & { readonly company: string };
  readonly colleague: Someone;
  /** Signed in, in the demo's company; made by the first start. */
  sessions: { owner?: Session; colleague?: Session };
  window(options?: WindowOptions): Promise<Window>;
  /** The address that the program told whoever started it. */
  toldAddress(): Promise<string>;
  /** The telephone simulator behind the demo: `POST /simulator/control/<path>` and the like. */
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Keeps a picture of the page, for a person to look through. */
  picture(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}
