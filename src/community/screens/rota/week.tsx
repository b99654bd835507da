import type { Rota, Shift } from '../../../console/api/community.ts';
import { StateMark } from '../../../console/kit/marks.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { rotaWords } from '../../words/rota/index.ts';
import { ShiftTools } from './shift-tools.tsx';
import { type Day, type Span, touches, within } from './week-of.ts';

const Hours = ({ span, day }: { span: Span; day: Day }) => {
  const { t, formatTime } = useWords(rotaWords);
  const { startsAt, endsAt, isWhole } = within(span, day);
  if (isWhole) return <span className="week-hours">{t('week.all-day')}</span>;
  return (
    <span className="week-hours">
      <time dateTime={startsAt}>{formatTime(startsAt)}</time>–<time dateTime={endsAt}>{formatTime(endsAt)}</time>
    </span>
  );
};

/** A person on a shift, marked where they are away for a part of it that lies in this day. */
const OnShift = ({ person, shift, day, rota }: { person: Shift['officer']; shift: Shift; day: Day; rota: Rota }) => {
  const { t } = useWords(rotaWords);
  const there = within(shift, day);
  const part = { ...day, from: there.startsAt, to: there.endsAt };
  const isAway = rota.leaves.some((leave) => leave.person.id === person.id && touches(leave, part));
  return (
    <>
      {person.name} {isAway && <StateMark tone="late">{t('week.away')}</StateMark>}
    </>
  );
};

const ShiftEntry = ({ shift, day, rota, isFirst }: { shift: Shift; day: Day; rota: Rota; isFirst: boolean }) => {
  const { t } = useWords(rotaWords);
  const where = { shift, day, rota };
  return (
    <li className="week-entry">
      <Hours span={shift} day={day} />
      <strong>
        <OnShift person={shift.officer} {...where} />
      </strong>
      <span>
        {t('week.second')} <OnShift person={shift.second} {...where} />
      </span>
      {isFirst && <ShiftTools shift={shift} rota={rota} />}
    </li>
  );
};

const GapEntry = ({ gap, day }: { gap: Rota['gaps'][number]; day: Day }) => {
  const { t } = useWords(rotaWords);
  return (
    <li className="week-entry week-gap">
      <Hours span={gap} day={day} />
      <strong>{t('week.gap')}</strong>
      {gap.away !== null && <span>{t('week.gap-away', { name: gap.away })}</span>}
    </li>
  );
};

const DayColumn = ({ day, rota, isFirst, isToday }: { day: Day; rota: Rota; isFirst: boolean; isToday: boolean }) => {
  const { t } = useWords(rotaWords);
  const { language, timeZone } = useSpeech();
  const title = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone,
  });
  const holiday = rota.holidays.find((each) => each.day === day.date);
  const leaves = rota.leaves.filter((leave) => touches(leave, day));
  const entries = [
    ...rota.shifts.map((shift) => ({ shift, gap: null, startsAt: shift.startsAt, endsAt: shift.endsAt })),
    ...rota.gaps.map((gap) => ({ shift: null, gap, startsAt: gap.startsAt, endsAt: gap.endsAt })),
  ]
    .filter((entry) => touches(entry, day))
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  const began = (shift: Shift) => Date.parse(shift.startsAt) >= Date.parse(day.from) || isFirst;
  return (
    <li className="week-day" aria-current={isToday ? 'date' : undefined}>
      <h2>
        <time dateTime={day.date}>{title.format(new Date(day.from))}</time>
      </h2>
      {holiday && <p className="week-holiday">{holiday.name}</p>}
      <ul className="week-entries">
        {entries.map(({ shift, gap, startsAt }) =>
          gap ? (
            <GapEntry key={`gap ${startsAt}`} gap={gap} day={day} />
          ) : (
            <ShiftEntry key={shift.id} shift={shift} day={day} rota={rota} isFirst={began(shift)} />
          ),
        )}
      </ul>
      {leaves.length > 0 && (
        <p className="hint">
          {t('week.on-leave', { names: [...new Set(leaves.map(({ person }) => person.name))].join(', ') })}
        </p>
      )}
    </li>
  );
};

/** The rota of a week: a column a day on wide screens and paper, one day under the other on a telephone. */
export const Week = ({ days, rota, now }: { days: readonly Day[]; rota: Rota; now: number }) => (
  <ol className="week">
    {days.map((day, index) => (
      <DayColumn
        key={day.date}
        day={day}
        rota={rota}
        isFirst={index === 0}
        isToday={Date.parse(day.from) <= now && now < Date.parse(day.to)}
      />
    ))}
  </ol>
);
