/** How many pictures come at once, and how large each may be. */
export const attachmentLimit = { files: 10, bytes: 20 * 1024 * 1024 } as const;

export interface RefusedFile {
  /** As the sender's device calls it; empty when it does not say. */
  name: string;
  because: 'too-large' | 'too-many' | 'not-taken' | 'no-room';
}

export interface ReadFiles {
  files: File[];
  refused: RefusedFile[];
}

/** A browser sends an empty nameless file when nothing was chosen. */
const isChosen = (entry: FormDataEntryValue): entry is File =>
  typeof entry !== 'string' && (entry.size > 0 || entry.name !== '');

const refusal = (file: File, before: number): RefusedFile['because'] | null => {
  if (file.size > attachmentLimit.bytes) return 'too-large';
  if (file.type !== '' && !file.type.startsWith('image/') && file.type !== 'application/octet-stream')
    return 'not-taken';
  return before >= attachmentLimit.files ? 'too-many' : null;
};

/** Takes the images of a form one by one: what is refused is named and leaves the others alone. */
export const readImages = (form: FormData): ReadFiles => {
  const read: ReadFiles = { files: [], refused: [] };
  for (const file of form.getAll('images').filter(isChosen)) {
    const because = refusal(file, read.files.length);
    if (because === null) read.files.push(file);
    else read.refused.push({ name: file.name, because });
  }
  return read;
};
