const minute = 60_000;

const offsetAt = (instant: number, timeZone: string): number => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0);
  return wall - Math.floor(instant / minute) * minute;
};

/** What the clocks of the zone show at an instant, as a `datetime-local` field writes it (2026-11-23T14:05). */
export const wallTime = (instant: number, timeZone: string): string =>
  new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 16);

/** The instant (ISO 8601, UTC) at which the clocks of the zone show `wall`; an hour that the clocks skip counts as the hour after. */
export const instantOf = (wall: string, timeZone: string): string => {
  const asUtc = Date.parse(`${wall}:00Z`);
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString();
};
