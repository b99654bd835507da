export type BarPart = { value: number; tone: number };

const rounded = (length: number): number => Math.round(length * 100) / 100;

/** One bar of a thousand units at most, its parts one after another; the numbers stand beside it, so that it is hidden from whoever cannot see it. */
export const BarLine = ({ parts, scale }: { parts: readonly BarPart[]; scale: number }) => {
  const width = (value: number) => rounded((value / scale) * 1000);
  const before = (index: number) => parts.slice(0, index).reduce((total, { value }) => total + value, 0);
  return (
    <svg className="bar-line" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="track" width="1000" height="12" />
      {parts.map(({ value, tone }, index) => (
        <rect key={tone} className={`tone-${tone}`} x={width(before(index))} width={width(value)} height="12" />
      ))}
    </svg>
  );
};
