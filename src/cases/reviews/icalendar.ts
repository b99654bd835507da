export type CalendarEvent = { id: string; at: Date; title: string };

const lengthMilliseconds = 30 * 60_000;

const stamp = (date: Date) => `${date.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** Folds a line so that no part is longer than 75 octets, never within a character (RFC 5545, section 3.1). */
function folded(line: string): string {
  const parts = [''];
  for (const character of line) {
    const part = parts.at(-1)!;
    const limit = parts.length === 1 ? 75 : 74;
    if (Buffer.byteLength(part + character) > limit) parts.push(character);
    else parts[parts.length - 1] = part + character;
  }
  return parts.join('\r\n ');
}

/** These dates as a calendar that any program reads (RFC 5545). */
export function icalendar(events: readonly CalendarEvent[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Forestall//Dates//EN',
    'X-WR-CALNAME:Forestall',
    ...events.flatMap(({ id, at, title }) => [
      'BEGIN:VEVENT',
      `UID:${id}@forestall`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(at)}`,
      `DTEND:${stamp(new Date(at.getTime() + lengthMilliseconds))}`,
      `SUMMARY:${escaped(title)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
