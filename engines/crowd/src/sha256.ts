const primes = (() => {
  const found: number[] = [];
  for (let n = 2; found.length < 64; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
})();

/** First 32 bits of the fractional part of a root, by integer bisection: no rounding to trust. */
function rootBits(prime: number, power: 2n | 3n): number {
  const target = BigInt(prime) << (32n * power);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= target) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

const rounds = Uint32Array.from(primes, (p) => rootBits(p, 3n));
const initial = Uint32Array.from(primes.slice(0, 8), (p) => rootBits(p, 2n));

export interface Sha256 {
  update(bytes: Uint8Array): void;
  hex(): string;
}

/** A running SHA-256 (FIPS 180-4) that needs neither Node nor a secure context, and never waits. */
export function sha256(): Sha256 {
  const state = initial.slice();
  const words = new Int32Array(64);
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  let [filled, total] = [0, 0];

  function compress(): void {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(4 * i);
    for (let i = 16; i < 64; i++) {
      const [a, b] = [words[i - 15]!, words[i - 2]!];
      const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
      const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
      words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) | 0;
    }
    let a = state[0]! | 0,
      b = state[1]! | 0,
      c = state[2]! | 0,
      d = state[3]! | 0;
    let e = state[4]! | 0,
      f = state[5]! | 0,
      g = state[6]! | 0,
      h = state[7]! | 0;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i]! + words[i]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0]! += a;
    state[1]! += b;
    state[2]! += c;
    state[3]! += d;
    state[4]! += e;
    state[5]! += f;
    state[6]! += g;
    state[7]! += h;
  }

  function update(bytes: Uint8Array): void {
    total += bytes.length;
    for (let i = 0; i < bytes.length; ) {
      const taken = Math.min(64 - filled, bytes.length - i);
      block.set(bytes.subarray(i, i + taken), filled);
      filled += taken;
      i += taken;
      if (filled === 64) {
        compress();
        filled = 0;
      }
    }
  }

  function hex(): string {
    const length = total;
    update(Uint8Array.of(0x80));
    while (filled !== 56) update(Uint8Array.of(0));
    const end = new DataView(new ArrayBuffer(8));
    end.setUint32(0, Math.floor(length / 536870912));
    end.setUint32(4, (length << 3) >>> 0);
    update(new Uint8Array(end.buffer));
    return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  return { update, hex };
}

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export function sha256Of(text: string): string {
  const sum = sha256();
  sum.update(new TextEncoder().encode(text));
  return sum.hex();
}
