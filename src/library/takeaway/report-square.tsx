import { encode } from 'uqr';

/** An address as the dark squares of a QR code, row by row, with its quiet edge of four. */
export const squaresOf = (address: string): { size: number; dark: { x: number; y: number }[] } => {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [{ x, y }] : [])));
  return { size, dark };
};

/** The QR code of the report page; what it opens is said for whoever cannot see it. */
export const ReportSquare = ({ address, label }: { address: string; label: string }) => {
  const { size, dark } = squaresOf(address);
  return (
    <svg
      className="report-square"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('')} fill="#000" />
    </svg>
  );
};
