import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { openSetting } from '../settings/sealed-setting.ts';
import type { MailCarrier } from './deliver.ts';

const schema = z.object({
  host: z.string().min(1),
  port: z.number(),
  isTlsFromStart: z.boolean(),
  user: z.string(),
  from: z.string(),
  secret: z.string(),
});

const waitMilliseconds = 10_000;

/** Carries mail by the community's own server, always under TLS; null where it has set none. */
export async function ownMailCarrier(tx: Tx, ground: Ground): Promise<MailCarrier | null> {
  const server = schema.safeParse(await openSetting(tx, ground, 'mail')).data;
  if (!server) return null;
  const { host, port, isTlsFromStart, user, from, secret } = server;
  const transport = createTransport(
    {
      host,
      port,
      secure: isTlsFromStart,
      requireTLS: !isTlsFromStart,
      ...(user ? { auth: { user, pass: secret } } : {}),
      connectionTimeout: waitMilliseconds,
      greetingTimeout: waitMilliseconds,
      socketTimeout: waitMilliseconds,
    },
    { from },
  );
  return async (mail) => void (await transport.sendMail(mail));
}
