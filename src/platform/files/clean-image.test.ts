import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanImage } from './clean-image.ts';

describe('clean-image', () => {
  it('keeps the pixels and nothing of camera or place', async () => {
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'CANARY-ARTIST' }, IFD3: { GPSLatitude: '41/1 23/1 0/1' } })
      .toBuffer();

    const cleaned = await cleanImage(photo);

    const { width, height, exif } = await sharp(cleaned!).metadata();
    expect(photo.includes('CANARY-ARTIST')).toBe(true);
    expect({ width, height, exif }).toEqual({ width: 40, height: 20, exif: undefined });
  });

  it('refuses what only calls itself an image', async () => {
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const cut = (
      await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
    ).subarray(0, 40);

    const answers = [await cleanImage(page), await cleanImage(cut), await cleanImage(Buffer.alloc(0))];

    expect(answers).toEqual([null, null, null]);
  });
});
