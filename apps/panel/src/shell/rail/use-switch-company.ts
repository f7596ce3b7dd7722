import { useRouter } from '@tanstack/react-router';
import { keepWorkspace, keyOf, queryClient } from '../../api/index.ts';
import { useMe } from '../../session/index.ts';

/** Going over to another company: nothing of this one stays on the screen. */
export function useSwitchCompany(): (workspaceId: string) => void {
  const router = useRouter();
  const me = useMe();
  return (workspaceId) => {
    queryClient.setQueryData(keyOf('me.get', {}, workspaceId), me);
    keepWorkspace(workspaceId);
    void router.navigate({ to: '/inbox' });
  };
}
