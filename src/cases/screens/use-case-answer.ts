import { useQueryClient } from '@tanstack/react-query';
import { caseQuery, type OpenedCase } from '../../console/api/cases.ts';

/** Puts the case that an act gave back on the screen, and has the lists that show it read anew. */
export const useCaseAnswer = () => {
  const client = useQueryClient();
  return (answer: OpenedCase): void => {
    client.setQueryData(caseQuery(answer.id).queryKey, answer);
    for (const key of ['cases', 'my-day']) void client.invalidateQueries({ queryKey: [key] });
  };
};
