import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

type Range = [address: string, prefix: number];

/** Of this machine or of the network around it. */
const nearby: Range[] = [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128],
  ['fc00::', 7],
];
/** Nobody's receiver: this host, carrier networks, link-local (where clouds keep their credentials), tests, multicast, translated addresses. */
const nobodys: Range[] = [
  ['0.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fe80::', 10],
  ['ff00::', 8],
];

const listOf = (ranges: readonly Range[]): BlockList => {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, address.includes(':') ? 'ipv6' : 'ipv4');
  return list;
};
const nearbyList = listOf(nearby);
const nobodysList = listOf(nobodys);

/** True where a request may go: the wide internet, and the own network only where the operator said so. */
export function mayReach(address: string, allowsNearby: boolean): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0 || nobodysList.check(address, family)) return false;
  return allowsNearby || !nearbyList.check(address, family);
}

/** The address is checked where it is used, so that a name cannot answer one thing to a check and another to the call. */
export const guardedLookup =
  (allowsNearby: boolean): LookupFunction =>
  (host, options, answer) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return answer(error ?? new Error('no address'), '', 0);
      if (!found.every(({ address }) => mayReach(address, allowsNearby)))
        return answer(new Error('an address that may not be reached'), '', 0);
      if (options.all) return answer(null, found);
      return answer(null, first.address, first.family);
    });
  };

/** A literal address is never looked up, so it is checked by itself. */
export function hostMayBeReached(url: URL, allowsNearby: boolean): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 || mayReach(host, allowsNearby);
}
