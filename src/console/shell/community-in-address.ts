/** The short name of the community that an address of the console names; empty where it names none. */
export const communityInAddress = (path: string): string =>
  /^\/console\/at\/([a-z0-9-]+)(?=\/|$)/.exec(path)?.[1] ?? '';
