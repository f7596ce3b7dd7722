import { useWrite } from '../../api/index.ts';
import { closeConnection } from '../../realtime/index.ts';
import { useMe } from '../../session/index.ts';

/** A browser that does not answer keeps nobody in. */
const PATIENCE_MS = 1_500;

/** Out, with nothing left behind in this tab. */
export function useSignOut(): () => void {
  const signOut = useWrite('session.sign-out', {
    onSuccess: () => {
      closeConnection();
      // The page is loaded anew, in the place of this one: nothing that was known stays, and nobody walks back into it.
      location.replace('/sign-in');
    },
  });
  const mine = useMe().workspaces.map((one) => one.memberId);
  return () => {
    const forgotten = import('../../push/index.ts').then(({ forgetPush }) => forgetPush(mine)).catch(() => undefined);
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([forgotten, patience]).then(() => signOut.mutate({}));
  };
}
