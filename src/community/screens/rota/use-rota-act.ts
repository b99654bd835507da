import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalOf } from '../../../console/api/refusal.ts';

/** Something done on the rota by one press; afterwards the rota is read anew, also where somebody else was faster. */
export const useRotaAct = (act: () => Promise<unknown>) => {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSettled: () => {
      for (const key of ['rota', 'session']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return {
    run: () => mutation.mutate(),
    isBusy: mutation.isPending,
    refusal: mutation.error ? refusalOf(mutation.error) : null,
  };
};
