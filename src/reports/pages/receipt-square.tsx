import { encode } from 'uqr';

const path = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');

/** The receipt as a QR code that holds its digits and nothing else: no address, so nothing lands in a history. */
export const ReceiptSquare = ({ receipt, label }: { receipt: string; label: string }) => {
  const { data, size } = encode(receipt, { ecc: 'M', border: 2 });
  return (
    <svg className="square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path(data)} fill="#000" />
    </svg>
  );
};
