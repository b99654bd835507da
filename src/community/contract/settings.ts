import { z } from 'zod';

const languages = ['en', 'ca', 'es', 'fr'] as const;
const words = (most: number) => z.string().trim().max(most);
const minutes = z.number().int().min(1);
const versioned = <Value extends z.ZodType>(value: Value) =>
  z.object({
    version: z.number().int(),
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime().nullable(),
    value,
  });

/** Minutes to human eyes, by urgency: at most a day, four days where nothing presses. */
const clocks = {
  immediate: minutes.max(60),
  urgent: minutes.max(1_440),
  unsorted: minutes.max(1_440),
  routine: minutes.max(5_760),
};
const numbers = {
  emergencyNumbers: z
    .array(z.strictObject({ number: words(30).min(2), for: z.enum(['everything', 'police', 'text']) }))
    .min(1)
    .max(5),
  crisisLines: z.array(z.strictObject({ number: words(30).min(2), name: words(100).min(1), hours: words(100) })).max(5),
};
const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};
const place = {
  timeZone: words(80).refine(isTimeZone),
  languages: z.array(z.enum(languages)).min(1),
};
const rotaRules = {
  testPageDays: z.number().int().min(1).max(366),
  holidays: z.array(z.strictObject({ day: z.iso.date(), name: words(100).min(1) })).max(200),
};
const isWebAddress = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');
const paging = {
  /** Empty where nobody is paged by telephone. */
  url: words(500).refine((url) => url === '' || isWebAddress(url)),
  allowsNearby: z.boolean(),
};
const mail = {
  /** Empty where the server's own setting holds. */
  host: words(200).regex(/^[A-Za-z0-9.:_-]*$/),
  port: z.number().int().min(1).max(65_535),
  /** TLS from the first byte; without it STARTTLS is demanded. */
  isTlsFromStart: z.boolean(),
  user: words(200),
  from: z.union([z.literal(''), z.email().max(320)]),
};
/** An empty secret leaves the one that is kept. */
const secret = z.string().max(500);
const privacy = {
  controller: words(200),
  contact: words(300),
  officer: words(300),
  authority: words(300),
  /** The community's own words below the template, by language. */
  own: z.strictObject({ en: words(8_000), ca: words(8_000), es: words(8_000), fr: words(8_000) }),
};

export const settings = z.object({
  clocks: versioned(z.object(clocks)),
  numbers: versioned(z.object(numbers)),
  place: versioned(z.object({ ...place, defaultLanguage: z.enum(languages) })),
  rota: versioned(z.object(rotaRules)),
  paging: versioned(z.object({ ...paging, hasSecret: z.boolean() })),
  mail: versioned(z.object({ ...mail, hasSecret: z.boolean() })),
  privacy: versioned(z.object(privacy)),
});
export type Settings = z.infer<typeof settings>;
export type SettingSubject = keyof Settings;

const version = z.number().int().min(0);
/** One subject a time, with the version that was on the screen. */
export const saveSettingInput = z.discriminatedUnion('subject', [
  z.strictObject({ subject: z.literal('clocks'), version, ...clocks }),
  z.strictObject({ subject: z.literal('numbers'), version, ...numbers }),
  z.strictObject({ subject: z.literal('place'), version, ...place }),
  z.strictObject({ subject: z.literal('rota'), version, ...rotaRules }),
  z.strictObject({ subject: z.literal('paging'), version, ...paging, secret }),
  z.strictObject({ subject: z.literal('mail'), version, ...mail, secret }),
  z.strictObject({ subject: z.literal('privacy'), version, ...privacy }),
]);
export type SaveSettingInput = z.infer<typeof saveSettingInput>;
export const savedSetting = z.object({ version: z.number().int() });

/** Who would be told now, step by step, and which pages did not get through lately. */
export const pagingState = z.object({
  ladder: z.array(
    z.object({
      step: z.enum(['duty', 'second', 'coordinator']),
      person: z.object({ id: z.uuid(), name: z.string() }),
      byTelephone: z.boolean(),
    }),
  ),
  troubled: z.array(
    z.object({
      person: z.string(),
      at: z.iso.datetime(),
      attempts: z.number().int(),
      state: z.enum(['delivered', 'waiting', 'given-up']),
    }),
  ),
});
