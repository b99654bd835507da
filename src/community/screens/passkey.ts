import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import {
  passkeyRegistrationOptions,
  passkeySignIn,
  passkeySignInOptions,
  registerPasskey,
  type Session,
} from '../../console/api/community.ts';

type SignInOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];
interface PrfValues {
  first: BufferSource | string;
}
interface Prf {
  eval?: PrfValues;
  evalByCredential?: Record<string, PrfValues>;
}
interface PrfResults {
  prf?: { enabled?: boolean; results?: { first?: BufferSource } };
}

const bytesOf = (words: string): Uint8Array<ArrayBuffer> => {
  const base64 = words.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
};

const wordsOf = (bytes: BufferSource): string => {
  const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : new Uint8Array(bytes.buffer);
  return btoa(String.fromCharCode(...view))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};

const opened = ({ first }: PrfValues): PrfValues => ({ first: typeof first === 'string' ? bytesOf(first) : first });

/** The pseudo-random function's input arrives as base64url, and the browser wants bytes (WebAuthn level 3, 10.1.4). */
const withPrfBytes = <Options extends { extensions?: object }>(options: Options): Options => {
  const prf = (options.extensions as { prf?: Prf } | undefined)?.prf;
  if (!prf) return options;
  const made: Prf = {};
  if (prf.eval) made.eval = opened(prf.eval);
  if (prf.evalByCredential)
    made.evalByCredential = Object.fromEntries(
      Object.entries(prf.evalByCredential).map(([id, values]) => [id, opened(values)]),
    );
  return { ...options, extensions: { ...options.extensions, prf: made } };
};

/** Takes the secret out of the browser's answer, so that it travels once and by its own name. */
const splitPrf = <Answer extends { clientExtensionResults: object }>(answer: Answer) => {
  const results = answer.clientExtensionResults as PrfResults;
  const first = results.prf?.results?.first;
  const clientExtensionResults = { ...results, ...(results.prf && { prf: { enabled: results.prf.enabled } }) };
  return { response: { ...answer, clientExtensionResults }, prfSecret: first ? wordsOf(first) : '' };
};

/** Many authenticators compute the secret only when asked a second time, for the passkey that they have just made. */
const askForSecret = async (options: RegistrationOptions, credentialId: string): Promise<string> => {
  const asked: SignInOptions = {
    challenge: options.challenge,
    userVerification: 'required',
    allowCredentials: [{ id: credentialId, type: 'public-key' }],
    ...(options.rp.id && { rpId: options.rp.id }),
    ...(options.extensions && { extensions: options.extensions }),
  };
  return splitPrf(await startAuthentication({ optionsJSON: withPrfBytes(asked) })).prfSecret;
};

/** Signs in with a passkey, or throws: `Refused` by the server, a `DOMException` when the person or the browser says no. */
export const signInWithPasskey = async (): Promise<Session> => {
  const { id, options } = await passkeySignInOptions<SignInOptions>();
  const answer = await startAuthentication({ optionsJSON: withPrfBytes(options) });
  return passkeySignIn({ id, ...splitPrf(answer) });
};

/** Makes a passkey on this device and tells the server under which name it is known. */
export const addPasskey = async (name: string): Promise<void> => {
  const { id, options } = await passkeyRegistrationOptions<RegistrationOptions>();
  const answer = await startRegistration({ optionsJSON: withPrfBytes(options) });
  const { response, prfSecret } = splitPrf(answer);
  await registerPasskey({ id, name, response, prfSecret: prfSecret || (await askForSecret(options, answer.id)) });
};

export const passkeysWork = (): boolean => window.isSecureContext && 'PublicKeyCredential' in window;
