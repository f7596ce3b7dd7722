import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ApiProblem, api, type Input, type Output, useWorkspaceId } from '../../../../api/index.ts';

export type DryRun = Output<'flows.dry-run'>;
export type DryInput = Input<'flows.dry-run'>['inputs'][number];
export type HttpDouble = NonNullable<Input<'flows.dry-run'>['http']>[string];

export interface World {
  readonly open: boolean;
  readonly http: Readonly<Record<string, HttpDouble>>;
  readonly answers: Readonly<Record<string, string>>;
}

/** The whole talk again with each change of it or of the text: what is shown is always of the text as it is now. */
export function useDryRun(source: string, inputs: readonly DryInput[], world: World, enabled: boolean) {
  const workspace = useWorkspaceId();
  return useQuery<DryRun, ApiProblem>({
    queryKey: [workspace ?? '', 'flows.dry-run', source, inputs, world],
    queryFn: ({ signal }) =>
      api.call(
        'flows.dry-run',
        {
          source,
          inputs: [...inputs],
          http: { ...world.http },
          answers: { ...world.answers },
          open: world.open,
          ...(world.open ? {} : { opensAt: new Date(Date.now() + 12 * 3_600_000).toISOString() }),
          contact: { name: 'Maria Souza', phone: '+5511987654321' },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    enabled: enabled && inputs.length > 0,
    gcTime: 30_000,
  });
}
