import type { Language } from '../i18n/index.ts';

export interface EmergencyNumber {
  /** Dialled as written. */
  number: string;
  for: 'everything' | 'police' | 'text';
}

export interface CrisisLine {
  number: string;
  name: string;
  hours: string;
}

/** What every public page needs to know of the community it speaks for. */
export interface PublicSetting {
  communityName: string;
  language: Language;
  languages: readonly Language[];
  timeZone: string;
  emergencyNumbers: readonly EmergencyNumber[];
  crisisLines: readonly CrisisLine[];
  /** Changes with the community's logo; none where it has none. */
  logo?: string | null;
  /** Address of the one stylesheet, on this site. */
  stylesheet: string;
  /** True where a reporter can leave a contact that only two people of different sides open together. */
  takesContact?: boolean;
  /** What stands before every address of this community's pages: nothing, or a slash and its short name. */
  base?: string;
}
