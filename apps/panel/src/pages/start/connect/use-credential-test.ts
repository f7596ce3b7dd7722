import { useState } from 'react';
import { type Output, useWrite } from '../../../api/index.ts';
import { type Credentials, triableWith } from './triable-with.ts';

type Tested = Output<'channels.test-credential'>['results'][number];
export type What = Tested['what'];
/** Trying the details as they are filled in, each told beside its own field. */
export function useCredentialTest() {
  const [results, setResults] = useState<ReadonlyMap<What, Tested>>(new Map());
  const test = useWrite('channels.test-credential', {
    onSuccess: (answer) =>
      setResults((now) => new Map([...now, ...answer.results.map((one) => [one.what, one] as const)])),
  });
  const tryThem = (given: Credentials) => {
    const what = triableWith(given);
    const filled = Object.fromEntries(
      Object.entries(given).filter(([, value]: [string, string]) => value.trim() !== ''),
    );
    if (what.length > 0) test.mutate({ ...filled, what: [...what] });
  };
  const forget = (what: What) => setResults((now) => new Map([...now].filter(([one]) => one !== what)));
  return { results, tryThem, forget, busy: test.isPending, problem: test.error };
}
