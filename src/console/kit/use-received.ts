import { useEffect, useRef, useState } from 'react';
import { receive } from '../api/client.ts';

export type Receiving =
  | { state: 'not-begun' | 'cancelled' }
  | { state: 'running'; bytes: number }
  | { state: 'done'; bytes: number; address: string };

/** Fetches a file that is made on the way, telling how far it is; cancelled or left, nothing of it is kept. A refusal is thrown. */
export function useReceived() {
  const [now, setNow] = useState<Receiving>({ state: 'not-begun' });
  const stop = useRef<AbortController | null>(null);
  const address = now.state === 'done' ? now.address : null;
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);

  const begin = async (path: string, body: object) => {
    const controller = new AbortController();
    stop.current = controller;
    setNow({ state: 'running', bytes: 0 });
    try {
      const tell = (bytes: number) => setNow({ state: 'running', bytes });
      const file = await receive(path, body, controller.signal, tell);
      setNow({ state: 'done', bytes: file.size, address: URL.createObjectURL(file) });
    } catch (error) {
      setNow({ state: controller.signal.aborted ? 'cancelled' : 'not-begun' });
      if (!controller.signal.aborted) throw error;
    }
  };
  return { now, begin, cancel: () => stop.current?.abort() };
}
