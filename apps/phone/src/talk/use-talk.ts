import { createContext, useContext, useEffect, useMemo, useReducer } from 'react';
import { type Api, createApi } from './api.ts';
import { followTalk } from './follow-talk.ts';
import { noTalk, reduceTalk, type Talk, type TalkEvent } from './reduce-talk.ts';

export function useTalk(base: string): { talk: Talk; api: Api; learn: (event: TalkEvent) => void } {
  const api = useMemo(() => createApi(base), [base]);
  const [talk, dispatch] = useReducer(reduceTalk, noTalk);
  useEffect(() => followTalk(api, dispatch), [api]);
  return { talk, api, learn: dispatch };
}

export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('ApiContext is missing');
  return api;
}
