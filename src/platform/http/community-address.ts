/** Which community an address names, and the same address as if that community stood alone. */
export type CommunityAddress = { community: string | null; path: string };

/** First parts of addresses that no community may be called; two letters are kept for languages. */
const taken = /^(.{1,2}|api|assets|console|healthz|metrics|readyz)$/;
const slugShape = /^[a-z0-9][a-z0-9-]{1,40}$/;

/** True for a name that can stand first in an address without hiding another page. The database says it too. */
export const isCommunitySlug = (slug: string): boolean => slugShape.test(slug) && !taken.test(slug);

/**
 * Reads `/riverside/en/report` as `/en/report` of riverside, and `/api/v1/communities/riverside/reports` as
 * `/api/v1/reports` of riverside. Any other address names no community and stays as it is.
 */
export function readCommunityAddress(path: string): CommunityAddress {
  return ofApi(path) ?? ofPages(path) ?? { community: null, path };
}

function ofApi(path: string): CommunityAddress | null {
  const [, community, rest] = /^\/api\/v1\/communities\/([^/]+)(\/.+)$/.exec(path) ?? [];
  return community && rest && isCommunitySlug(community) ? { community, path: `/api/v1${rest}` } : null;
}

function ofPages(path: string): CommunityAddress | null {
  const [, community, rest] = /^\/([^/]+)((?:\/[a-z]{2}(?:\/.*)?)?)$/.exec(path) ?? [];
  return community && isCommunitySlug(community) ? { community, path: rest || '/' } : null;
}

/** The community that a request's address names, or null. */
export const communityNamedIn = (request: { url: string }): string | null =>
  readCommunityAddress(new URL(request.url).pathname).community;
