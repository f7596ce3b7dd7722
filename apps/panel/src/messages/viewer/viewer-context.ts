import { createContext, use } from 'react';

/** Opens a message's photo or video over everything. Outside a provider it does nothing. */
export const ViewerContext = createContext<(messageId: string) => void>(() => undefined);

export const useViewer = (): ((messageId: string) => void) => use(ViewerContext);
