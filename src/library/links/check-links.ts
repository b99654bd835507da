import { type AskedLink, askAddress } from './ask-address.ts';

export interface LinkCheck {
  addresses: readonly string[];
  /** How long a host is left alone between two requests. */
  pauseMilliseconds: number;
  timeoutMilliseconds: number;
  hostsAtATime: number;
  wait(milliseconds: number): Promise<void>;
  /** Called after each address, in whatever order the hosts answer. */
  onProgress(asked: AskedLink, done: number, all: number): void;
}

/** The longest rest (seconds) that a host may ask for; after that it is asked another day. */
const longestRest = 60;
/** When as many different hosts cannot be reached and none could, there is no network. */
const hostsToGiveUp = 3;

const hostOf = (address: string): string => new URL(address).host;

const byHost = (addresses: readonly string[]): [string, string[]][] => [...Map.groupBy(new Set(addresses), hostOf)];

/** A state that may pass: it is asked once more after a rest. */
const mayPass = ({ state, because }: AskedLink) =>
  state === 'unsure' && (because === '429' || because === '503' || because === 'TIMEOUT');

const askTwice = async (address: string, check: LinkCheck): Promise<AskedLink> => {
  const first = await askAddress(address, check);
  if (!mayPass(first)) return first;
  const rest = first.restSeconds ?? 2 * (check.pauseMilliseconds / 1_000);
  if (rest > longestRest) return first;
  await check.wait(rest * 1_000);
  return await askAddress(address, check);
};

/** What is known of the network so far. */
interface Network {
  hasAnswered: boolean;
  silentHosts: Set<string>;
}

const isAway = ({ hasAnswered, silentHosts }: Network): boolean => !hasAnswered && silentHosts.size >= hostsToGiveUp;

const isSilent = ({ state, because }: AskedLink) => state === 'no-network' || because === 'ENOTFOUND';

const note = (network: Network, asked: AskedLink): void => {
  if (isSilent(asked)) network.silentHosts.add(hostOf(asked.url));
  else network.hasAnswered = true;
};

/**
 * Asks every address once, each host one request at a time with a pause between, a few hosts at a time. Gives `null` where
 * there is no network: then nothing is said of any address.
 */
export const checkLinks = async (check: LinkCheck): Promise<AskedLink[] | null> => {
  const waiting = byHost(check.addresses);
  const all = new Set(check.addresses).size;
  const done: AskedLink[] = [];
  const network: Network = { hasAnswered: false, silentHosts: new Set() };
  const askHosts = async (): Promise<void> => {
    for (let host = waiting.shift(); host && !isAway(network); host = waiting.shift()) {
      for (const [nth, address] of host[1].entries()) {
        if (isAway(network)) return;
        if (nth > 0) await check.wait(check.pauseMilliseconds);
        const asked = await askTwice(address, check);
        note(network, asked);
        done.push(asked);
        check.onProgress(asked, done.length, all);
      }
    }
  };
  await Promise.all(Array.from({ length: check.hostsAtATime }, askHosts));
  const isNobodyThere = done.length > 0 && !network.hasAnswered && done.some(({ state }) => state === 'no-network');
  return isAway(network) || isNobodyThere ? null : done;
};
