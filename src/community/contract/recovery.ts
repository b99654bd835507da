import { z } from 'zod';

const email = z.string().trim().max(320);
const password = z.string().min(12).max(1_000);
const secret = z.string().max(200);

export const recoverByCodeInput = z.strictObject({ email, code: z.string().trim().min(1).max(60), password });
export const recoverByKitInput = z.strictObject({
  email,
  halfA: z.string().trim().min(1).max(400),
  halfB: z.string().trim().min(1).max(400),
  password,
});
export const askRecoveryInput = z.strictObject({ email });
/** The same for every address. The link holds its secret after `#`; the number is said aloud to the two who confirm. */
export const askedRecovery = z.object({ link: z.string(), number: z.string(), expiresAt: z.iso.datetime() });
export const openRecoveryInput = z.strictObject({ secret });
export const openedRecovery = z.object({
  number: z.string(),
  confirmations: z.number().int(),
  expiresAt: z.iso.datetime(),
});
export const completeRecoveryInput = z.strictObject({ secret, password });
export const recovered = z.object({
  recoveryCodes: z.array(z.string()),
  /** Records that only the lost key opened: they open again as colleagues share them. */
  waiting: z.number().int(),
});

const named = z.object({ id: z.uuid(), name: z.string() });
/** Requests that wait for two colleagues; none of them shows the number, which the person has to say. */
export const recoveryRequests = z.object({
  requests: z.array(
    z.object({
      id: z.uuid(),
      person: named,
      askedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      confirmedBy: named.nullable(),
    }),
  ),
});
export const confirmRecoveryInput = z.strictObject({ number: z.string().trim().max(20) });

export const changePasswordInput = z.strictObject({ current: z.string().min(1).max(1_000), password });
export const changeLanguageInput = z.strictObject({ language: z.enum(['en', 'ca', 'es', 'fr']) });
