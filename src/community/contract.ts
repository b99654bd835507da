import { z } from 'zod';
import { legalProfileIds } from './contract/legal.ts';
import { staffedPromises } from './staffing.ts';

const languages = ['en', 'ca', 'es', 'fr'] as const;
const words = (most: number) => z.string().trim().max(most);

export const roles = [
  'duty-officer',
  'coordinator',
  'custodian',
  'overseer',
  'team-member',
  'consultant',
  'leader',
  'site-manager',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export const disciplines = [
  'school',
  'mental-health',
  'social-services',
  'police',
  'health',
  'legal',
  'site-security',
  'victim-services',
  'faith',
  'employer',
  'governance',
  'administration',
] as const;

/** What everybody may know of a community. Numbers are dialled as written; `for` is shown beside them. */
export const publicCommunity = z.object({
  slug: z.string(),
  name: z.string(),
  languages: z.array(z.enum(languages)),
  timeZone: z.string(),
  country: z.string(),
  emergencyNumbers: z.array(z.object({ number: z.string(), for: z.enum(['everything', 'police', 'text']) })),
  crisisLines: z.array(z.object({ number: z.string(), name: z.string(), hours: z.string() })),
  /** When somebody next reads by the rota; null when no shift is planned. */
  nextRead: z.iso.datetime().nullable(),
  /** Minutes to human eyes where life is in danger; null until everybody on the rota has shown that pages arrive. */
  promisedMinutes: z.number().int().nullable(),
  /** Changes with the logo, which stands at `/{language}/logo`; null where there is none. */
  logo: z.string().nullable(),
});
export type PublicCommunity = z.infer<typeof publicCommunity>;

export const signInInput = z.strictObject({
  email: z.string().trim().max(320),
  password: z.string().min(1).max(1_000),
  /** Six digits of the authenticator or a recovery code. */
  code: z.string().trim().max(40).optional(),
});

export const session = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string(), language: z.enum(languages) }),
  community: publicCommunity,
  roles: z.array(z.enum(roles)),
  discipline: z.string(),
  factor: z.enum(['password', 'totp', 'passkey', 'recovery-code']),
  /** Send as `x-csrf-token` with everything but GET. */
  csrfToken: z.string(),
  idleMinutes: z.number().int(),
  demo: z.boolean(),
  /** Every community in which this person works, this one among them. */
  communities: z.array(z.object({ slug: z.string(), name: z.string(), roles: z.array(z.enum(roles)) })),
  /** True for who looks after the installation itself. */
  runsInstallation: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  discipline: z.string(),
  agency: z.string(),
  state: z.enum(['active', 'suspended', 'left']),
  /** Until when a partner community lends this person. */
  lentUntil: z.iso.datetime().nullable(),
  leads: z.number().int(),
  deputyOf: z.number().int(),
  openActions: z.number().int(),
});
export const people = z.object({
  people: z.array(person),
  /** What the present staffing cannot keep. */
  unkept: z.array(z.enum(staffedPromises)),
  invitations: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string(), expiresAt: z.iso.datetime() })),
});

export const inviteInput = z.strictObject({
  name: words(200).min(1),
  email: z.email().max(320),
  roles: z.array(z.enum(roles)).min(1),
  discipline: z.enum(disciplines),
  agency: words(200).default(''),
});
/** The link holds its secret after `#`; it is shown once and mailed to nobody. */
export const invitation = z.object({ id: z.uuid(), link: z.string(), expiresAt: z.iso.datetime() });
export const openInvitationInput = z.strictObject({ secret: z.string().max(200) });
export const openedInvitation = z.object({
  name: z.string(),
  email: z.string(),
  community: z.string(),
  hasAccount: z.boolean(),
});
/** Whoever has an account in this installation joins with it. */
export const joinInput = z.strictObject({
  secret: z.string().max(200),
  password: z.string().min(1).max(1_000),
  code: z.string().trim().max(40).optional(),
});
export const acceptInvitationInput = z.strictObject({
  secret: z.string().max(200),
  name: words(200).min(1),
  language: z.enum(languages),
  password: z.string().min(12).max(1_000),
});
export const changeRolesInput = z.strictObject({
  roles: z.array(z.enum(roles)).min(1),
  discipline: z.enum(disciplines),
});
export const reasonInput = z.strictObject({ reason: words(2_000).min(3) });

export const setUpInput = z.strictObject({
  secret: z.string().max(200),
  community: z.strictObject({
    name: words(200).min(1),
    slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
    country: z.string().length(2),
    /** The family of law; the country's where nobody chooses. */
    legalProfile: z.enum(legalProfileIds).optional(),
    timeZone: words(80).min(1),
    defaultLanguage: z.enum(languages),
    emergencyNumbers: z
      .array(z.strictObject({ number: words(30).min(2), for: z.enum(['everything', 'police', 'text']) }))
      .min(1)
      .max(5),
    crisisLines: z
      .array(z.strictObject({ number: words(30).min(2), name: words(100).min(1), hours: words(100).default('') }))
      .max(5),
  }),
  officer: z.strictObject({
    name: words(200).min(1),
    email: z.email().max(320),
    language: z.enum(languages),
    password: z.string().min(12).max(1_000),
    /** For an address that has an account here already: its authenticator's code or a recovery code. */
    code: z.string().trim().max(40).optional(),
  }),
});
/** Shown once: two halves for two officers; neither alone opens anything. */
export const setUpAnswer = z.object({
  recoveryKit: z.object({ halfA: z.string(), halfB: z.string() }),
  recoveryCodes: z.array(z.string()),
});

export {
  chooseProfileInput,
  type LegalProfile,
  type LegalProfileId,
  legalProfile,
  legalProfileIds,
  profileOfCountry,
  retentionRuleNames,
  type SharingBasis,
  signOffInput,
  suggestedNumbers,
} from './contract/legal.ts';
export { answerLendingInput, lendInput, lendingAnswers, lendings } from './contract/lending.ts';
export {
  askedRecovery,
  askRecoveryInput,
  changeLanguageInput,
  changePasswordInput,
  completeRecoveryInput,
  confirmRecoveryInput,
  openedRecovery,
  openRecoveryInput,
  recoverByCodeInput,
  recoverByKitInput,
  recovered,
  recoveryRequests,
} from './contract/recovery.ts';
export {
  acknowledgementAnswer,
  addLeaveInput,
  addShiftInput,
  offerSwapInput,
  pagerNumber,
  rota,
  rotaInput,
  shift,
  swapAnswerInput,
} from './contract/rota.ts';
export {
  pagingState,
  type SaveSettingInput,
  type SettingSubject,
  type Settings,
  savedSetting,
  saveSettingInput,
  settings,
} from './contract/settings.ts';
export type { Witnesses } from './contract/witnesses.ts';

export const communitiesAnswer = z.object({ communities: z.array(z.object({ slug: z.string(), name: z.string() })) });
/** The link holds its secret after `#`; it is shown once, and it counts for one community. */
export const communityLink = z.object({ link: z.string(), expiresAt: z.iso.datetime() });

export const totpBeginning = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() });
export const totpConfirmInput = z.strictObject({ code: z.string().trim().max(10) });
export const recoveryCodes = z.object({ codes: z.array(z.string()) });
export const capturedMail = z.object({
  mails: z.array(
    z.object({
      id: z.uuid(),
      to: z.string(),
      at: z.iso.datetime(),
      subject: z.string(),
      text: z.string(),
      delivered: z.boolean(),
    }),
  ),
});
