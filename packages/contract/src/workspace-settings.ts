import { z } from 'zod';
import { languages } from './sentences.ts';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
};

/** What a company decides about how it works. Kept in `workspaces.settings`; what is absent or unreadable there is as it is here. */
export const workspaceSettings = z.strictObject({
  /** Of what the system says by itself; each person has a language of their own. */
  language: z.enum(languages).default('pt-BR'),
  timeZone: z.string().max(64).refine(isTimeZone, 'not a time zone').default('America/Sao_Paulo'),
  /** A customer who writes again within so many hours finds the same ticket reopened; 0: always a new one. */
  reopenHours: z.int().min(0).max(720).default(24),
  /** What to choose from when resolving; empty: no reason is asked. */
  resolveReasons: z.array(z.string().trim().min(1).max(80)).max(50).default([]),
  requireResolveReason: z.boolean().default(false),
  /** Who sees a department's tickets: its own people, or everyone. */
  departmentVisibility: z.enum(['own', 'all']).default('own'),
  /** Once resolved, the bot answers again. */
  botAfterResolve: z.boolean().default(true),
  /** Texts of attendants begin with their name in bold. */
  signMessages: z.boolean().default(false),
});

export type WorkspaceSettings = z.output<typeof workspaceSettings>;

export const defaultWorkspaceSettings: WorkspaceSettings = workspaceSettings.parse({});

/** Field by field: one that is spoiled falls back to its default and takes no other with it. */
export function readWorkspaceSettings(stored: unknown): WorkspaceSettings {
  const kept: Record<string, unknown> = {};
  if (typeof stored === 'object' && stored !== null)
    for (const [name, schema] of Object.entries(workspaceSettings.shape)) {
      const parsed = schema.safeParse((stored as Record<string, unknown>)[name]); // unknown shape, each field is parsed
      if (parsed.success) kept[name] = parsed.data;
    }
  return workspaceSettings.parse(kept);
}
