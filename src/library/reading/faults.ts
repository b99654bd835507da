/** Something wrong in a text or a data file, where it stands, in words for whoever can put it right. */
export interface Fault {
  file: string;
  line: number;
  because: string;
}

export const inWords = ({ file, line, because }: Fault): string => `${file}:${line}: ${because}`;
