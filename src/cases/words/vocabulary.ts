/** The lists for which there are words: what the database and the screens call the same thing. */
export const stages = ['triage', 'screening', 'assessment', 'management', 'monitoring'] as const;
export type Stage = (typeof stages)[number];
/** Every stage but the first can be decided on. */
export const laterStages = ['screening', 'assessment', 'management', 'monitoring'] as const;
export type LaterStage = (typeof laterStages)[number];

/** Why a case can be closed. */
export const closingReasons = [
  'no-concern',
  'resolved',
  'support-in-place',
  'transferred',
  'moved-away',
  'legal-disposition',
  'insufficient-information-after-effort',
  'deceased',
] as const;

/** Where each stage may lead; every one of them may also end in closing. */
export const leadsTo: Readonly<Record<Stage, readonly LaterStage[]>> = {
  triage: ['screening', 'assessment'],
  screening: ['assessment'],
  assessment: ['management', 'monitoring'],
  management: ['monitoring', 'assessment'],
  monitoring: ['management', 'assessment'],
};

/** The questions of each stage, one short page each; the first of a pair is answered with yes, no or not known. */
export const stageQuestions = {
  triage: { danger: 'yes-no', known: 'words', reachable: 'yes-no', passing: 'yes-no', protect: 'words' },
  screening: { reason: 'yes-no', checked: 'words', target: 'yes-no', means: 'yes-no', help: 'words' },
  assessment: {
    intent: 'words',
    steps: 'words',
    means: 'yes-no',
    stressors: 'words',
    protective: 'words',
    unknown: 'words',
  },
  management: { aim: 'words', contact: 'words', safety: 'yes-no', worse: 'words' },
  monitoring: { changed: 'words', dates: 'words', support: 'yes-no', ending: 'words' },
} as const satisfies Record<Stage, Record<string, 'yes-no' | 'words'>>;

/** Sign codes as the field brief numbers them. They sit on statements, never on persons. */
export const signGroups = {
  motivation: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7'],
  preparation: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'],
  exposure: ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8', 'X9'],
  proximal: ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'],
  context: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10'],
  support: ['S1', 'S2', 'S3', 'S4', 'S5'],
} as const;
export const signs = [
  ...signGroups.motivation,
  ...signGroups.preparation,
  ...signGroups.exposure,
  ...signGroups.proximal,
  ...signGroups.context,
  ...signGroups.support,
] as const;
export type Sign = (typeof signs)[number];
/** What holds somebody, recorded with the same weight. */
export const protectiveFactors = [
  'accepts-help',
  'trusted-person',
  'family',
  'work-or-school',
  'activities',
  'plans',
  'beliefs',
  'grievance-addressed',
  'limited-means',
  'limits',
  'remorse',
] as const;
export const waysOfKnowing = ['saw', 'heard', 'read', 'found'] as const;

export const ratedLevels = ['low', 'moderate', 'high', 'imminent'] as const;
export type RatedLevel = (typeof ratedLevels)[number];
export const confidences = ['weak', 'fair', 'strong'] as const;
/** Why the level is asked again on a date. */
export const triggerKinds = ['anniversary', 'hearing', 'break-up', 'return', 'discharge', 'other'] as const;

type Entry = { referral?: true; verified?: true };
/** What a plan can be made of, mostly not criminal justice (field brief, C6), by what it is directed at. */
export const actionCatalogue = {
  subject: {
    talk: {},
    'parent-meeting': {},
    mentor: {},
    counselling: { referral: true },
    'crisis-care': { referral: true },
    'wellness-check': {},
    adjustment: {},
    'stop-bullying': {},
    'substance-help': { referral: true },
    'housing-help': { referral: true },
    'money-help': { referral: true },
    'way-out': { referral: true },
    discipline: {},
    'police-contact': {},
    'stay-with': { verified: true },
  },
  target: {
    'target-notice': { verified: true },
    'safety-plan': { verified: true },
    'target-support': { referral: true },
    'warn-target': { verified: true },
  },
  environment: {
    'safe-storage': { verified: true },
    supervision: {},
    'schedule-change': {},
    'access-change': { verified: true },
    'no-contact': {},
    'safer-site': { verified: true },
    'call-emergency': { verified: true },
    'secure-means': { verified: true },
    'keep-apart': { verified: true },
  },
  'precipitating-events': { watch: {}, mediate: {}, 'hearing-support': {}, 'date-cover': {} },
} as const satisfies Record<string, Record<string, Entry>>;
export type ActionCategory = keyof typeof actionCatalogue;
export const actionCategories = Object.keys(actionCatalogue) as [ActionCategory, ...ActionCategory[]];
export type ActionKind = { [Category in ActionCategory]: keyof (typeof actionCatalogue)[Category] }[ActionCategory];
export const actionKinds = actionCategories.flatMap((category) =>
  Object.keys(actionCatalogue[category]),
) as unknown as readonly [ActionKind, ...ActionKind[]];

/** What the catalogue says of a kind in its category; nothing where the kind is not one of that category. */
export const entryOf = (category: ActionCategory, kind: ActionKind): Entry | undefined =>
  (actionCatalogue[category] as Record<string, Entry>)[kind];

/** First things first when it could happen very soon; the emergency number stands before all of them. */
export const emergencySteps = [
  { kind: 'call-emergency', category: 'environment' },
  { kind: 'warn-target', category: 'target' },
  { kind: 'stay-with', category: 'subject' },
  { kind: 'secure-means', category: 'environment' },
  { kind: 'keep-apart', category: 'environment' },
] as const satisfies readonly { kind: ActionKind; category: ActionCategory }[];

/** Whom an interview is with; each has a guide of its own. */
export const guides = ['subject', 'target', 'reporter', 'witness', 'family'] as const;
export const guideQuestions = [1, 2, 3, 4] as const;
