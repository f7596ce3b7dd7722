import { useWrite } from '../../api/index.ts';
import { closeConnection } from '../../realtime/index.ts';

/** Out, with nothing left behind in this tab. */
export function useSignOut(): () => void {
  const signOut = useWrite('session.sign-out', {
    onSuccess: () => {
      closeConnection();
      // The page is loaded anew, in the place of this one: nothing that was known stays, and nobody walks back into it.
      location.replace('/sign-in');
    },
  });
  return () => signOut.mutate({});
}
