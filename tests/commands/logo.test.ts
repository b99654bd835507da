import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';

const pageLimit = 60_000;

let program: Program;
let coordinator: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  coordinator = await sessionOf(program, program.actors.coordinator);
});
afterAll(() => program.close());

const send = (bytes: Uint8Array, name = 'logo.png') => {
  const body = new FormData();
  body.set('logo', new File([Buffer.from(bytes)], name));
  return coordinator.call('POST', '/api/v1/settings/logo', body);
};

/** A large picture that is hard to compress, with a camera and a place in it. */
const aPhoto = () => {
  const size = { width: 640, height: 480 };
  const noise = Buffer.from(
    Array.from({ length: size.width * size.height * 3 }, (_, at) => (at * 7_919 + (at >> 3)) % 251),
  );
  return sharp(noise, { raw: { ...size, channels: 3 } })
    .withExif({ IFD0: { Make: 'Canary', Model: 'Canary 9' } })
    .jpeg({ quality: 95 })
    .toBuffer();
};

/** The public form, once what the pages know is older than a second. */
const formPage = async () => {
  program.clock.advance(2_000);
  return (await program.request('GET', '/en/report')).text;
};

describe('the logo', () => {
  it('stands on public pages, made anew, and leaves them below their limit', async () => {
    const answer = await send(await aPhoto(), 'photo.jpg');
    const page = await formPage();
    const [, address = ''] = /<img class="logo" src="([^"]+)"/.exec(page) ?? [];
    const served = await program.request('GET', address);
    const { rows } = await program.databases.owner.query(
      `select decode(value ->> 'webp', 'base64') as webp from community_settings where subject = 'logo'`,
    );
    const kept = rows[0].webp as Buffer;
    const { format, height = 0, exif } = await sharp(kept).metadata();

    expect([answer.status, served.status, served.headers.get('content-type')]).toEqual([204, 200, 'image/webp']);
    expect([format, height <= 96, exif]).toEqual(['webp', true, undefined]);
    expect(page.length + kept.length).toBeLessThan(pageLimit);
  });

  it.each([
    ['a drawing that can run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['words', Buffer.from('not an image at all')],
    ['nothing', Buffer.alloc(0)],
  ])('is not taken from %s', async (_, bytes) => {
    const { status, body } = await send(bytes);

    expect([status, body]).toEqual([400, expect.objectContaining({ fields: { logo: 'not-an-image' } })]);
  });

  it('goes when it is removed', async () => {
    await send(await aPhoto());

    const { status } = await coordinator.call('DELETE', '/api/v1/settings/logo');
    const page = await formPage();
    const served = await program.request('GET', '/en/logo?1');

    expect([status, page.includes('class="logo"'), served.status]).toEqual([204, false, 404]);
  });
});
