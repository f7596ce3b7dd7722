import { readFile } from 'node:fs/promises';

export const startingFlows = ['menu', 'consulta', 'assistente'] as const;
export type StartingFlow = (typeof startingFlows)[number];

const folders = { 'pt-BR': 'pt', en: 'en', es: 'es' } as const;

/** Flows to begin from, in a language. */
export function readStartingFlows(language: keyof typeof folders): Promise<{ id: StartingFlow; source: string }[]> {
  return Promise.all(
    startingFlows.map(async (id) => ({
      id,
      source: await readFile(new URL(`${folders[language]}/${id}.yaml`, import.meta.url), 'utf8'),
    })),
  );
}
