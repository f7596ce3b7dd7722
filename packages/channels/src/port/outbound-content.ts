/** What we can send, in our own words; each provider renders it. */
export type OutboundContent =
  | TextOut
  | MediaOut
  | TemplateOut
  | ButtonsOut
  | ListOut
  | CtaUrlOut
  | LocationOut
  | ContactsOut
  | ReactionOut;

export interface TextOut {
  readonly kind: 'text';
  readonly text: string;
  readonly previewUrl?: boolean | undefined;
}

/** `mediaId` is a file of ours: the outbox gives it to the provider and puts the provider's own `id` in its place. */
export type MediaSource = { readonly id: string } | { readonly link: string } | { readonly mediaId: string };
export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

export interface MediaOut {
  readonly kind: 'media';
  readonly media: MediaType;
  readonly source: MediaSource;
  readonly caption?: string | undefined;
  readonly fileName?: string | undefined;
  /** Audio only: shown as a voice message (ogg opus mono). */
  readonly voice?: boolean | undefined;
}

export interface TemplateOut {
  readonly kind: 'template';
  readonly name: string;
  readonly language: string;
  readonly header?: TemplateHeader | undefined;
  readonly body?: readonly TemplateParameter[] | undefined;
  readonly buttons?: readonly TemplateButton[] | undefined;
}
export type TemplateHeader =
  | { readonly kind: 'text'; readonly parameter: TemplateParameter }
  | {
      readonly kind: 'image' | 'video' | 'document';
      readonly source: MediaSource;
      readonly fileName?: string | undefined;
    }
  | LocationOut;
/** `name` for templates with named variables. */
export type TemplateParameter =
  | { readonly kind: 'text'; readonly text: string; readonly name?: string | undefined }
  | {
      readonly kind: 'currency';
      readonly currency: string;
      readonly cents: number;
      readonly fallback: string;
      readonly name?: string | undefined;
    }
  | { readonly kind: 'date_time'; readonly fallback: string; readonly name?: string | undefined };
export type TemplateButton =
  | { readonly kind: 'quick_reply'; readonly index: number; readonly payload: string }
  | { readonly kind: 'url'; readonly index: number; readonly text: string }
  | { readonly kind: 'copy_code'; readonly index: number; readonly code: string }
  | {
      readonly kind: 'flow';
      readonly index: number;
      readonly flowToken?: string | undefined;
      readonly data?: Readonly<Record<string, unknown>> | undefined;
    };

export type InteractiveHeader =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'image' | 'video' | 'document';
      readonly source: MediaSource;
      readonly fileName?: string | undefined;
    };

interface Interactive {
  readonly text: string;
  readonly footer?: string | undefined;
}
export interface ButtonsOut extends Interactive {
  readonly kind: 'buttons';
  readonly header?: InteractiveHeader | undefined;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
}
export interface ListOut extends Interactive {
  readonly kind: 'list';
  readonly header?: { readonly kind: 'text'; readonly text: string } | undefined;
  /** The words on the button that opens the list. */
  readonly button: string;
  readonly sections: readonly ListSection[];
}
export interface ListSection {
  readonly title?: string | undefined;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly description?: string | undefined;
  }[];
}
export interface CtaUrlOut extends Interactive {
  readonly kind: 'cta_url';
  readonly header?: InteractiveHeader | undefined;
  readonly button: string;
  readonly url: string;
}

export interface LocationOut {
  readonly kind: 'location';
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

export interface ContactsOut {
  readonly kind: 'contacts';
  readonly contacts: readonly ContactCard[];
}
export interface ContactCard {
  readonly name: {
    readonly formatted: string;
    readonly first?: string | undefined;
    readonly last?: string | undefined;
  };
  readonly company?: string | undefined;
  readonly phones?:
    | readonly { readonly phone: string; readonly type?: string | undefined; readonly waId?: string | undefined }[]
    | undefined;
  readonly emails?: readonly { readonly email: string; readonly type?: string | undefined }[] | undefined;
  readonly urls?: readonly { readonly url: string; readonly type?: string | undefined }[] | undefined;
}

/** `emoji` absent takes the reaction back. */
export interface ReactionOut {
  readonly kind: 'reaction';
  readonly targetId: string;
  readonly emoji?: string | undefined;
}
