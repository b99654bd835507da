// Run as a process of its own: reads an image from standard input, writes a new one made from its pixels alone.
// With `logo` it becomes small enough to stand on every public page.
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

const isLogo = process.argv[2] === 'logo';
const size = isLogo ? { width: 320, height: 96 } : { width: 4_000, height: 4_000 };
const qualities = isLogo ? [86, 70, 50, 30] : [86];
const bytesAtMost = isLogo ? 12_000 : Number.POSITIVE_INFINITY;

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const image = sharp(Buffer.concat(chunks), { limitInputPixels: 80_000_000, failOn: 'error', animated: false })
  .rotate()
  .resize({ ...size, fit: 'inside', withoutEnlargement: true });
for (const quality of qualities) {
  const made = await image.clone().webp({ quality }).toBuffer();
  if (made.length > bytesAtMost) continue;
  process.stdout.write(made);
  break;
}
