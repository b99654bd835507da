const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T](\d{1,2}):(\d{2}))?$/;
const yearFirst = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The moment of `2024-05-31`, `2024-05-31 14:05` or `31/05/2024 14:05`, in UTC where nothing else is said; null for anything else. */
export function momentOf(text: string): Date | null {
  const [, day, month, year, hour = '12', minute = '00'] = dayFirst.exec(text) ?? [];
  if (day)
    return real(`${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`, `${hour.padStart(2, '0')}:${minute}Z`);
  const [, y, m, d, h = '12', min = '00', zone = 'Z'] = yearFirst.exec(text) ?? [];
  return y ? real(`${y}-${m}-${d}`, `${h}:${min}${zone}`) : null;
}

/** The 31st of February is no day, though a clock would take it for the 2nd or 3rd of March. */
function real(day: string, time: string): Date | null {
  const noon = new Date(`${day}T12:00Z`);
  const isDay = !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(day);
  const moment = new Date(`${day}T${time}`);
  return isDay && !Number.isNaN(moment.getTime()) ? moment : null;
}
