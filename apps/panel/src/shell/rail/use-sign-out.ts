import { queryClient, useWrite } from '../../api/index.ts';
import { closeConnection } from '../../realtime/index.ts';

/** Out, with nothing left behind in this tab. */
export function useSignOut(): () => void {
  const signOut = useWrite('session.sign-out', {
    onSuccess: () => {
      closeConnection();
      queryClient.clear();
      location.assign('/sign-in');
    },
  });
  return () => signOut.mutate({});
}
