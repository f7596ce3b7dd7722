/** A template as the provider told it: its own words, its own components. */
export interface ToldTemplate {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly status?: string | undefined;
  readonly category?: string | undefined;
  readonly quality?: string | undefined;
  readonly rejectedReason?: string | undefined;
  readonly components: unknown;
}

/** Our copy of it. */
export interface Template {
  readonly id: string;
  readonly wabaId: string;
  readonly providerId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string | null;
  readonly status: string;
  readonly quality: string | null;
  readonly rejectedReason: string | null;
  readonly components: unknown;
  readonly goneAt: Date | null;
  readonly updatedAt: Date;
}

export type HeaderKind = 'text' | 'image' | 'video' | 'document' | 'location';

/** One thing to fill in. */
export interface TemplateField {
  /** `header`, `header.1`, `body.1`, `body.nome`, `button.0`. */
  readonly key: string;
  readonly kind: HeaderKind;
  readonly label: string;
  readonly example: string | null;
}

export interface TemplateButtonShape {
  /** The provider's word in small letters: quick_reply, url, phone_number, copy_code, flow … */
  readonly kind: string;
  readonly text: string;
  readonly url: string | null;
}

/** What a template is made of, read from its components. */
export interface TemplateShape {
  readonly header: { readonly kind: HeaderKind; readonly text: string | null } | null;
  readonly body: string;
  readonly footer: string | null;
  readonly buttons: readonly TemplateButtonShape[];
  readonly fields: readonly TemplateField[];
  /** It holds something that cannot be filled in here (a carousel, a one-time password …). */
  readonly foreign: boolean;
}
