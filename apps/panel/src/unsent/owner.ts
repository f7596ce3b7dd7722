import { keyOf, type Output, queryClient } from '../api/index.ts';

/** Whose it is: two people may share a browser, and neither reads what the other began. */
export const owner = (): string => queryClient.getQueryData<Output<'me.get'>>(keyOf('me.get', {}))?.id ?? '';
