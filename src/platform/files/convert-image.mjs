// Run as a process of its own: reads an image from standard input, writes a new one made from its pixels alone.
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const largestSide = 4_000;
const image = sharp(Buffer.concat(chunks), { limitInputPixels: 80_000_000, failOn: 'error', animated: false })
  .rotate()
  .resize({ width: largestSide, height: largestSide, fit: 'inside', withoutEnlargement: true })
  .webp({ quality: 86 });
process.stdout.write(await image.toBuffer());
