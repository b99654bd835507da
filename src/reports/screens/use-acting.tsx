import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf } from '../../console/api/refusal.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';

/** Runs one act at a time, keeps why it was refused, and has what it may have changed read anew. */
export const useActing = () => {
  const client = useQueryClient();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const act = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
      announce(said);
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
    for (const key of ['triage', 'row', 'report', 'similar', 'my-day'])
      void client.invalidateQueries({ queryKey: [key] });
  };
  return { busy, act, refusal: fault === null ? null : <RefusalNotice refusal={refusalOf(fault)} /> };
};
