import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { sealSetting } from '../../platform/settings/sealed-setting.ts';
import type { SaveSettingInput } from '../contract.ts';
import { communityOf } from '../queries/communities.ts';
import { sealedOf } from './read-settings.ts';
import { type Stored, saveVersion } from './save-version.ts';

type Of<Subject extends SaveSettingInput['subject']> = Extract<SaveSettingInput, { subject: Subject }>;

const shortestSecret = 16;

/** Saves one subject on top of the version that was on the screen, and gives the new version. */
export async function saveSetting(tx: Tx<PersonActor>, ground: Ground, input: SaveSettingInput): Promise<number> {
  const stored = await store(tx, ground, input, input.version + 1);
  return await saveVersion(tx, ground, input.subject, input.version, stored);
}

async function store(tx: Tx, ground: Ground, input: SaveSettingInput, version: number): Promise<Stored> {
  switch (input.subject) {
    case 'clocks':
      return await keepClocks(tx, input);
    case 'numbers':
      return await keepInCommunity(tx, {
        emergencyNumbers: JSON.stringify(input.emergencyNumbers),
        crisisLines: JSON.stringify(input.crisisLines),
      });
    case 'place':
      return await keepPlace(tx, input);
    case 'rota':
      await keepInCommunity(tx, { testPageDays: input.testPageDays });
      return { value: JSON.stringify({ holidays: input.holidays }) };
    case 'paging':
      return { sealed: await sealPaging(tx, ground, input, version) };
    case 'mail':
      return { sealed: await sealMail(tx, ground, input, version) };
    case 'privacy': {
      const { subject: _, version: __, ...value } = input;
      return { value: JSON.stringify(value) };
    }
  }
}

type Columns = Partial<{
  clocks: string;
  emergencyNumbers: string;
  crisisLines: string;
  timeZone: string;
  offeredLanguages: string[];
  testPageDays: number;
}>;

/** What every page and every clock asks for stands in the community's own row. */
async function keepInCommunity(tx: Tx, columns: Columns): Promise<Stored> {
  await tx.sql.updateTable('communities').set(columns).where('id', '=', tx.actor.communityId).execute();
  return {};
}

async function keepClocks(tx: Tx, { immediate, urgent, unsorted, routine }: Of<'clocks'>): Promise<Stored> {
  if (urgent < immediate) throw invalid({ urgent: 'shorter-than-a-graver-one' });
  if (routine < Math.max(urgent, unsorted)) throw invalid({ routine: 'shorter-than-a-graver-one' });
  return await keepInCommunity(tx, { clocks: JSON.stringify({ immediate, urgent, unsorted, routine }) });
}

async function keepPlace(tx: Tx, { timeZone, languages }: Of<'place'>): Promise<Stored> {
  const { defaultLanguage } = await communityOf(tx);
  if (!languages.some((language) => language === defaultLanguage)) throw invalid({ languages: 'without-the-first' });
  return await keepInCommunity(tx, { timeZone, offeredLanguages: languages });
}

async function sealPaging(tx: Tx, ground: Ground, input: Of<'paging'>, version: number): Promise<Buffer> {
  const before = await sealedOf.paging(tx, ground);
  const secret = input.secret || before.secret;
  if (input.url !== '' && secret.length < shortestSecret) throw invalid({ secret: 'too-short' });
  if (input.url.startsWith('http:') && !input.allowsNearby) throw invalid({ url: 'needs-https' });
  const { url, allowsNearby } = input;
  return sealSetting(ground, tx.actor.communityId, 'paging', version, { url, allowsNearby, secret });
}

async function sealMail(tx: Tx, ground: Ground, input: Of<'mail'>, version: number): Promise<Buffer> {
  if (input.host !== '' && input.from === '') throw invalid({ from: 'required' });
  const before = await sealedOf.mail(tx, ground);
  const { host, port, isTlsFromStart, user, from } = input;
  // A password that was given for one server is not shown to another.
  const secret = input.secret || (host === before.host && user === before.user ? before.secret : '');
  return sealSetting(ground, tx.actor.communityId, 'mail', version, { host, port, isTlsFromStart, user, from, secret });
}
