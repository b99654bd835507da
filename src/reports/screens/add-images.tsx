import { useQueryClient } from '@tanstack/react-query';
import { addImages } from '../../console/api/reports.ts';
import { AddPictures } from '../../console/kit/pictures.tsx';

/** Adds pictures to a report, which is read anew with them. */
export const AddImages = ({ reportId }: { reportId: string }) => {
  const client = useQueryClient();
  return (
    <AddPictures
      draft={`pictures ${reportId}`}
      send={(images) => addImages(reportId, images)}
      done={() => void client.invalidateQueries({ queryKey: ['report', reportId] })}
    />
  );
};
