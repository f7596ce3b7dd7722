import { ApiProblem } from '@balcao/client';
import { redirect } from '@tanstack/react-router';
import { api, currentWorkspace, keepWorkspace, keyOf, queryClient } from '../api/index.ts';
import { chooseLanguage, isLanguageChosen } from '../text/index.ts';

/** Before anything of the frame is shown: who is it? Nobody: to the sign-in, and back here afterwards. */
export async function enter({ location }: { location: { href: string } }): Promise<void> {
  try {
    const me = await queryClient.query({
      staleTime: 'static',
      queryKey: keyOf('me.get', {}),
      queryFn: () => api.call('me.get', {}),
    });
    if (!isLanguageChosen()) await chooseLanguage(me.language);
    const kept = currentWorkspace();
    const member = me.workspaces.find((one) => one.id === kept) ?? me.workspaces[0];
    if (member?.id !== kept) {
      queryClient.setQueryData(keyOf('me.get', {}, member?.id ?? ''), me);
      keepWorkspace(member?.id);
    }
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'unauthenticated') throw error;
    // oxlint-disable-next-line typescript/only-throw-error -- a redirect is thrown: that is how the router hears of it
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  }
}
