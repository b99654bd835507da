import { type Closed, closeGeneration, isCloseDue, type KeyGround } from '../platform/keys/index.ts';
import { certifyShreddings } from '../retention/index.ts';
import { renewOwnKeyFile } from './archives.ts';
import type { Config } from './config.ts';

/** Closes the generation of keys, and replaces the copies of keys that this installation keeps of itself. */
export async function closeAndRenew(ground: KeyGround, config: Config, ownerUrl: string): Promise<Closed | null> {
  const closed = await closeGeneration(ground, certifyShreddings);
  if (closed) await renewOwnKeyFile(config, ownerUrl, ground.clock);
  return closed;
}

/** The same once a night; a failure is logged by name and tried again at the next round. */
export async function closeWhenDue(ground: KeyGround, config: Config, ownerUrl: string): Promise<void> {
  try {
    if (await isCloseDue(ground)) await closeAndRenew(ground, config, ownerUrl);
  } catch (error) {
    ground.log.error({ job: 'close-keys', name: (error as Error).name }, 'sweep failed');
  }
}
