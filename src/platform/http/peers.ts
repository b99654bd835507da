import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Our own machine and our own networks: only a proxy of ours stands there. */
const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

const isNear = (address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return near.check(plain, 'ipv4');
  return isIPv6(plain) && near.check(plain, 'ipv6');
};

const peers = new WeakMap<Headers, string>();

/** Remembers who sent a request for as long as the request lives; nothing of it is written or logged. */
export const rememberPeer = (headers: Headers, address: string | undefined): void => {
  if (address) peers.set(headers, address);
};

/** Whom the request came from: the other end, or whom our own proxy names last. Null where that is not known. */
export function peerOf(headers: Headers): string | null {
  const peer = peers.get(headers);
  if (!peer) return null;
  if (!isNear(peer)) return peer;
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
}
