import { useState } from 'react';
import { ApiProblem, api } from '../../api/index.ts';

/** Signing in with a passkey: what the server asks, what the device answers. `refused`: the person or the device said no. */
export function usePasskey(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const ask = async () => {
    setBusy(true);
    setRefused(false);
    setProblem(undefined);
    try {
      const { startAuthentication } = await import('@simplewebauthn/browser');
      const { options } = await api.call('session.passkey-options', {});
      // The server makes these with the library's other half: a record in the contract, its own shape here.
      const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
      const response = await startAuthentication({ optionsJSON });
      await api.call('session.passkey-verify', { response: { ...response } });
      onDone();
    } catch (error) {
      if (error instanceof ApiProblem) setProblem(error);
      else setRefused(true);
      setBusy(false);
    }
  };
  return { ask: () => void ask(), busy, refused, problem };
}
