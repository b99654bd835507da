/**
 * Exponential and logarithm from additions, multiplications and divisions alone: IEEE 754 fixes those to the bit, while
 * `Math.exp` and `Math.log` may differ between engines. Good to about 1e-15 relative.
 */

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const bits = new DataView(new ArrayBuffer(8));

function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** e^x for |x| ≤ 700; 0 below and Infinity above. */
export function exp(x: number): number {
  if (x < -700) return 0;
  if (x > 700) return Infinity;
  const k = Math.round(x / Math.LN2);
  const rest = x - k * ln2High - k * ln2Low;
  let sum = 1;
  for (let i = 17; i > 0; i--) sum = 1 + (sum * rest) / i;
  return sum * powerOfTwo(k);
}

/** Natural logarithm of a normal positive number. */
export function log(x: number): number {
  bits.setFloat64(0, x);
  let exponent = (bits.getUint32(0) >>> 20) - 1023;
  let mantissa = x / powerOfTwo(exponent);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const z = (mantissa - 1) / (mantissa + 1);
  const z2 = z * z;
  let sum = 0;
  for (let i = 25; i > 0; i -= 2) sum = sum * z2 + 1 / i;
  return exponent * ln2High + (2 * z * sum + exponent * ln2Low);
}

/** Length of (x, y); unlike `Math.hypot` the same bits everywhere. */
export const lengthOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);
