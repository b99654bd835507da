import { languages } from '../../i18n/index.ts';
import type { PublicSetting } from '../setting.ts';

/** The setting of a public page of Test Town, with what a test says otherwise. */
export const aSetting = (more: Partial<PublicSetting> = {}): PublicSetting => ({
  communityName: 'Test Town',
  language: 'en',
  languages,
  timeZone: 'Europe/Madrid',
  emergencyNumbers: [{ number: '112', for: 'everything' }],
  crisisLines: [],
  stylesheet: '/assets/public.css',
  ...more,
});
