import type { Frame, Trajectories } from '../result.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { standingIn } from './recorded.ts';

/** The first bytes of every trajectory file: "FCTJ", then the version of the form. */
export const trajectoryMagic = [0x46, 0x43, 0x54, 0x4a] as const;
export const trajectoryVersion = 1;

/** Places are kept to the millimetre, times to the millisecond. */
const perMetre = 1000;
const perSecond = 1000;

interface Last {
  x: number;
  y: number;
  level: number;
}

/**
 * Recorded people as a compact file, about five bytes for each person and frame: magic, version, milliseconds between
 * frames, how many frames, then frame by frame time, how many people, and for each in the order of ids the step of the
 * id (its lowest bit says whether a new level follows) and how far the person moved in x and y since the last frame.
 * `about` is any text to keep with it, such as the run's JSON.
 */
export function packTrajectories({ every, frames }: Trajectories, about = ''): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const text = new TextEncoder().encode(about);
  out.all(trajectoryMagic);
  out.byte(trajectoryVersion);
  out.unsigned(text.length);
  out.all(text);
  out.unsigned(Math.round(every * perSecond));
  out.unsigned(frames.length);
  const last = new Map<number, Last>();
  for (const [number, frame] of frames.entries()) packFrame(out, frame, number, last);
  return out.finish();
}

function packFrame(out: ByteWriter, frame: Frame, number: number, last: Map<number, Last>): void {
  out.unsigned(Math.round(frame.time * perSecond));
  out.unsigned(frame.ids.length);
  let previous = 0;
  for (const { id, level, x, y } of standingIn(frame, number)) {
    const before = last.get(id) ?? { x: 0, y: 0, level: 0 };
    const now = { x: Math.round(x * perMetre), y: Math.round(y * perMetre), level };
    const hasMoved = level !== before.level ? 1 : 0;
    out.unsigned(2 * (id - previous) + hasMoved);
    if (hasMoved) out.unsigned(level);
    out.signed(now.x - before.x);
    out.signed(now.y - before.y);
    last.set(id, now);
    previous = id;
  }
}

/** Reads what `packTrajectories` made, to the millimetre. Throws a RangeError on anything else. */
export function unpackTrajectories(bytes: Uint8Array): Trajectories & { readonly about: string } {
  const input = new ByteReader(bytes);
  if (trajectoryMagic.some((one) => input.byte() !== one)) throw new RangeError('This is not a trajectory file');
  const version = input.byte();
  if (version !== trajectoryVersion) throw new RangeError(`Version ${version} of the trajectory file is not known`);
  const about = new TextDecoder().decode(input.take(input.unsigned()));
  const every = input.unsigned() / perSecond;
  const last = new Map<number, Last>();
  const frames: Frame[] = [];
  for (let left = input.unsigned(); left > 0; left--) frames.push(unpackFrame(input, last));
  if (!input.isAtEnd) throw new RangeError('The file goes on after its last frame');
  return { about, every, frames };
}

function unpackFrame(input: ByteReader, last: Map<number, Last>): Frame {
  const time = input.unsigned() / perSecond;
  const people: { id: number; at: Last }[] = [];
  let previous = 0;
  for (let left = input.unsigned(); left > 0; left--) {
    const step = input.unsigned();
    const id = previous + Math.floor(step / 2);
    const before = last.get(id) ?? { x: 0, y: 0, level: 0 };
    const level = step % 2 === 1 ? input.unsigned() : before.level;
    const at = { level, x: before.x + input.signed(), y: before.y + input.signed() };
    last.set(id, at);
    people.push({ id, at });
    previous = id;
  }
  return {
    time,
    ids: Uint32Array.from(people, ({ id }) => id),
    levels: Uint16Array.from(people, ({ at }) => at.level),
    places: Float32Array.from(people.flatMap(({ at }) => [at.x / perMetre, at.y / perMetre])),
  };
}
