import { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { openSetting, type SealedSubject } from '../../platform/settings/sealed-setting.ts';
import type { SettingSubject, Settings } from '../contract.ts';
import { communityOf } from '../queries/communities.ts';
import { membersById } from '../queries/members.ts';
import { holidaysOf } from '../queries/rota.ts';

const webhook = z.object({ url: z.string(), secret: z.string(), allowsNearby: z.boolean() });
export const mailServer = z.object({
  host: z.string(),
  port: z.number(),
  isTlsFromStart: z.boolean(),
  user: z.string(),
  from: z.string(),
  secret: z.string(),
});

const noWebhook = { url: '', secret: '', allowsNearby: false };
const noMailServer = { host: '', port: 587, isTlsFromStart: false, user: '', from: '', secret: '' };
const noPrivacy: Settings['privacy']['value'] = {
  controller: '',
  contact: '',
  officer: '',
  authority: '',
  own: { en: '', ca: '', es: '', fr: '' },
};

/** What is kept sealed, with its secret; for saving and for use, never for an answer. */
export const sealedOf = {
  paging: async (tx: Tx, ground: Ground) =>
    webhook.safeParse(await openSetting(tx, ground, 'paging')).data ?? noWebhook,
  mail: async (tx: Tx, ground: Ground) =>
    mailServer.safeParse(await openSetting(tx, ground, 'mail')).data ?? noMailServer,
} satisfies Record<SealedSubject, unknown>;

/** What a community says of the handling of personal data. */
export async function privacyOf(tx: Tx): Promise<Settings['privacy']['value']> {
  const row = await tx.sql
    .selectFrom('communitySettings')
    .select('value')
    .where('subject', '=', 'privacy')
    .executeTakeFirst();
  return (row?.value as typeof noPrivacy | undefined) ?? noPrivacy;
}

const withoutSecret = <Value extends { secret: string }>({ secret, ...rest }: Value) => ({
  ...rest,
  hasSecret: secret !== '',
});

/** Every subject with its version and who changed it last; of secrets only whether there is one. */
export async function readSettings(tx: Tx, ground: Ground): Promise<Settings> {
  const community = await communityOf(tx);
  const rows = await tx.sql
    .selectFrom('communitySettings')
    .select(['subject', 'version', 'changedBy', 'changedAt'])
    .execute();
  const people = await membersById(
    tx,
    rows.map(({ changedBy }) => changedBy),
  );
  const kept = <Value>(subject: SettingSubject, value: Value) => {
    const row = rows.find((each) => each.subject === subject);
    return {
      version: row?.version ?? 0,
      changedBy: row ? (people.get(row.changedBy)?.name ?? '') : null,
      changedAt: row?.changedAt.toISOString() ?? null,
      value,
    };
  };
  const { emergencyNumbers, crisisLines, timeZone, testPageDays } = community;
  const languages = community.offeredLanguages as Settings['place']['value']['languages'];
  const defaultLanguage = community.defaultLanguage as Settings['place']['value']['defaultLanguage'];
  return {
    clocks: kept('clocks', community.clocks),
    numbers: kept('numbers', { emergencyNumbers, crisisLines }),
    place: kept('place', { timeZone, languages, defaultLanguage }),
    rota: kept('rota', { testPageDays, holidays: await holidaysOf(tx) }),
    paging: kept('paging', withoutSecret(await sealedOf.paging(tx, ground))),
    mail: kept('mail', withoutSecret(await sealedOf.mail(tx, ground))),
    privacy: kept('privacy', await privacyOf(tx)),
  };
}
