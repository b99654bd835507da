import type { Config } from './config.ts';

const loopbackHosts = ['127.0.0.1', 'localhost', '::1'];

/** The address that people reach. On loopback it says `localhost`, since a passkey belongs to a name and not to digits. */
export function publicUrlOf(config: Config): { publicUrl: string; isLoopback: boolean } {
  const isLoopback = loopbackHosts.includes(config.host) && config.publicUrl === undefined;
  if (config.publicUrl) return { publicUrl: config.publicUrl, isLoopback };
  const host = isLoopback ? 'localhost' : config.host;
  return { publicUrl: `http://${host}:${config.port}`, isLoopback };
}
