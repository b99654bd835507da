import { nextSetUp } from '../../src/community/index.ts';
import { emailOf, type Program, password } from './program.ts';

/** Founds Riverside School beside the first community; the duty officer of the first is its first officer. */
export async function foundRiverside(program: Program): Promise<void> {
  const { secret } = await nextSetUp(program.ground);
  const community = {
    name: 'Riverside School',
    slug: 'riverside',
    country: 'ES',
    timeZone: 'Europe/Madrid',
    defaultLanguage: 'en',
    emergencyNumbers: [{ number: '112', for: 'everything' }],
    crisisLines: [],
  };
  const officer = { name: 'Dina Utyman', email: emailOf('duty'), language: 'en', password };
  await program.request('POST', '/api/v1/set-up', { body: { secret, community, officer } });
}
