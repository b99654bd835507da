import { spawnSync } from 'node:child_process';
import { crc32, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanImage } from '../../src/platform/files/clean-image.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const filesAtLeast = isFull ? 500 : 40;
const millisecondsAtMost = 20_000;
const canary = 'CANARY-OF-A-PERSON';
const script = `<script>fetch("/${canary}")</script>`;

type File = { name: string; bytes: Buffer; isPicture: boolean };
type Maker = (size: number) => Promise<Buffer> | Buffer;

const drawn = (size: number): Sharp =>
  sharp({ create: { width: 8 + size, height: 6 + size, channels: 3, background: { r: size, g: 90, b: 160 } } });

const told = (image: Sharp): Sharp =>
  image
    .withExif({
      IFD0: { Artist: canary, Copyright: canary, ImageDescription: canary, Software: canary },
      IFD2: { UserComment: canary, LensModel: canary },
      IFD3: { GPSLatitude: '41/1 23/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${canary}"/></rdf:RDF></x:xmpmeta>`,
    );

/** A JPEG with one more segment behind its first marker. */
const withSegment = (jpeg: Buffer, marker: number, payload: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(payload.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, marker]), length, payload, jpeg.subarray(2)]);
};

const chunkOf = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** A PNG with one more chunk behind its header, which is 33 bytes long. */
const withChunk = (png: Buffer, type: string, content: Buffer): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunkOf(type, content), png.subarray(33)]);

/** A PNG whose header says that it is far larger than its few bytes. */
const pngOfSize = (side: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunkOf('IHDR', header),
    chunkOf('IDAT', deflateSync(Buffer.alloc(2_000_000))),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);
};

const jpeg = (size: number) => told(drawn(size)).jpeg().toBuffer();
const png = (size: number) => told(drawn(size)).png().toBuffer();
const iptc = Buffer.concat([
  Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00', 'latin1'),
  Buffer.from([0, 0, 0, canary.length + 5, 0x1c, 0x02, 0x50, 0, canary.length]),
  Buffer.from(canary),
]);

/** Pictures that tell of somebody, or that are something else as well. */
const pictures: Record<string, Maker> = {
  'jpeg with exif, gps and xmp': jpeg,
  'png with exif and xmp': png,
  'webp with exif and xmp': (size) => told(drawn(size)).webp().toBuffer(),
  'tiff with exif and xmp': (size) => told(drawn(size)).tiff().toBuffer(),
  'avif with exif and xmp': (size) => told(drawn(size)).avif({ effort: 0 }).toBuffer(),
  'gif with a comment': async (size) => {
    const gif = await drawn(size).gif().toBuffer();
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, canary.length]), Buffer.from(canary), Buffer.from([0])]);
    return Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)]);
  },
  'jpeg with a comment': async (size) => withSegment(await jpeg(size), 0xfe, Buffer.from(canary)),
  'jpeg with iptc': async (size) => withSegment(await jpeg(size), 0xed, iptc),
  'jpeg with a thumbnail of another face': async (size) =>
    withSegment(await jpeg(size), 0xe1, Buffer.concat([Buffer.from('Exif\0\0'), await jpeg(size + 1)])),
  'png with text': async (size) => withChunk(await png(size), 'tEXt', Buffer.from(`Author\0${canary}`)),
  'png with an unknown chunk': async (size) => withChunk(await png(size), 'prVt', Buffer.from(canary)),
  'jpeg that is a page as well': async (size) => Buffer.concat([await jpeg(size), Buffer.from(script)]),
  'jpeg with a script in its comment': async (size) => withSegment(await jpeg(size), 0xfe, Buffer.from(script)),
  'png that is an archive as well': async (size) =>
    Buffer.concat([await png(size), Buffer.from(zipSync({ 'a.txt': Buffer.from(canary) }))]),
  'gif that is a script as well': async (size) =>
    Buffer.concat([await drawn(size).gif().toBuffer(), Buffer.from(`/*${canary}*/=1;alert(1)`)]),
};

/** What is no picture that we take, whatever it calls itself. */
const others: Record<string, Maker> = {
  'svg with a script': () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
  page: () => Buffer.from(`<!doctype html>${script}`),
  pdf: () => Buffer.from(`%PDF-1.7\n1 0 obj<</Author(${canary})>>endobj\n%%EOF`),
  'text document': () =>
    Buffer.from(zipSync({ 'docProps/core.xml': Buffer.from(canary), 'word/document.xml': Buffer.from('x') })),
  'archive that grows a thousandfold': (size) => Buffer.from(zipSync({ 'a.png': Buffer.alloc(1_000_000 + size) })),
  sound: () => Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x21'), Buffer.from(canary), Buffer.alloc(2_000)]),
  'png of 50,000 by 50,000': () => pngOfSize(50_000),
  'png of two thousand million points': () => pngOfSize(46_000),
  'png cut short': async (size) => (await png(size)).subarray(0, 60 + (size % 20)),
  'jpeg cut short': async (size) => (await jpeg(size)).subarray(0, 40 + (size % 20)),
  'noise behind the mark of a png': (size) =>
    Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500, size % 256)]),
  nothing: () => Buffer.alloc(0),
};

async function makeCorpus(): Promise<File[]> {
  const makers = [
    ...Object.entries(pictures).map(([name, make]) => ({ name, make, isPicture: true })),
    ...Object.entries(others).map(([name, make]) => ({ name, make, isPicture: false })),
  ];
  const files: File[] = [];
  for (let size = 1; files.length < filesAtLeast; size += 1)
    for (const { name, make, isPicture } of makers)
      files.push({ name: `${name}, ${size}`, bytes: Buffer.from(await make(size)), isPicture });
  return files;
}

/** What is told of somebody in a cleaned picture, by its own parts and, where there is one, by a reader of tags. */
async function traces(cleaned: Buffer): Promise<string[]> {
  const { exif, xmp, iptc: found, comments, format } = await sharp(cleaned).metadata();
  const parts = Object.entries({ exif, xmp, iptc: found, comments }).filter(([, part]) => part !== undefined);
  const plain = [canary, '<script', 'alert(1)', 'PK\x03\x04'].filter((text) => cleaned.includes(text));
  return [...parts.map(([name]) => name), ...plain, ...(format === 'webp' ? [] : [`is ${format}`]), ...tagsIn(cleaned)];
}

/** ExifTool's groups that describe the picture itself and nobody. */
const ofThePicture = /^\[(ExifTool|File|RIFF|Composite|System)\]/;

function tagsIn(bytes: Buffer): string[] {
  if (!isFull) return [];
  const { stdout, error } = spawnSync('exiftool', ['-G', '-s', '-'], { input: bytes });
  if (error) throw new Error('the full set needs exiftool');
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line.trim() !== '' && !ofThePicture.test(line));
}

describe('F-01 files carry nothing of anybody', () => {
  it(`is kept for ${filesAtLeast} files or more of every kind`, { timeout: 1_200_000 }, async () => {
    const corpus = await makeCorpus();
    const faults: string[] = [];
    let slowest = 0;

    for (const { name, bytes, isPicture } of corpus) {
      const begun = performance.now();
      const cleaned = await cleanImage(bytes);
      const took = performance.now() - begun;
      slowest = Math.max(slowest, took);
      if (took > millisecondsAtMost) faults.push(`${name}: ${took} ms`);
      if ((cleaned !== null) !== isPicture) faults.push(`${name}: ${cleaned === null ? 'refused' : 'taken'}`);
      if (cleaned) faults.push(...(await traces(cleaned)).map((trace) => `${name}: ${trace}`));
    }

    console.log(`F-01: ${corpus.length} files, the slowest ${Math.round(slowest)} ms`);
    expect(faults).toEqual([]);
  });

  it('would notice a cleaner that only takes known tags away', async () => {
    const stripped = await sharp(await jpeg(3))
      .keepXmp()
      .webp()
      .toBuffer();

    expect(await traces(stripped)).toContain('xmp');
  });
});
