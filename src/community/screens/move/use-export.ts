import { useEffect, useRef, useState } from 'react';
import { receive } from '../../../console/api/client.ts';
import { type Refusal, refusalOf } from '../../../console/api/refusal.ts';

export type Export =
  | { state: 'not-begun' | 'cancelled' }
  | { state: 'running'; bytes: number }
  | { state: 'done'; bytes: number; address: string }
  | { state: 'refused'; refusal: Refusal };

/** Fetches the community's archive, telling how far it is; cancelled or left, nothing of it is kept. */
export function useExport() {
  const [now, setNow] = useState<Export>({ state: 'not-begun' });
  const stop = useRef<AbortController | null>(null);
  const address = now.state === 'done' ? now.address : null;
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);

  const begin = async (passphrase: string) => {
    const controller = new AbortController();
    stop.current = controller;
    setNow({ state: 'running', bytes: 0 });
    try {
      const tell = (bytes: number) => setNow({ state: 'running', bytes });
      const file = await receive('/community-export', { passphrase }, controller.signal, tell);
      setNow({ state: 'done', bytes: file.size, address: URL.createObjectURL(file) });
    } catch (error) {
      setNow(controller.signal.aborted ? { state: 'cancelled' } : { state: 'refused', refusal: refusalOf(error) });
    }
  };
  return { now, begin, cancel: () => stop.current?.abort() };
}
