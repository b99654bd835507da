import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Faults, openFaults } from '../program/faults.ts';
import { type Answered, type Program, startProgram } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';

let faults: Faults;
let program: Program;
/** How the disk under the files is: with room, nearly full as it says itself, or full without having said so. */
let disk: 'roomy' | 'nearly full' | 'full' = 'roomy';

const noSpace = () => Object.assign(new Error('no space'), { code: 'ENOSPC' });

beforeAll(async () => {
  faults = openFaults();
  program = await startProgram({
    ground: (ground) => {
      const { files, chance } = { ...ground, ...faults.ground(ground) };
      const put: typeof files.put = (...given) => (disk === 'full' ? Promise.reject(noSpace()) : files.put(...given));
      return {
        chance,
        files: { ...files, put, hasRoom: async () => disk !== 'nearly full' && (await files.hasRoom()) },
      };
    },
  });
});
afterAll(async () => {
  faults.close();
  await program.close();
});

async function send(what: string, withPicture: boolean): Promise<Answered> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ dangerNow: 'no', what, wants: 'send' })) form.set(name, value);
  if (withPicture) {
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#246' } })
      .png()
      .toBuffer();
    form.append('images', new File([new Uint8Array(bytes)], 'door.png', { type: 'image/png' }));
  }
  return await program.request('POST', '/en/report', { body: form });
}

const receiptIn = ({ text }: Answered) =>
  (text.match(/class="digits"[^>]*>([\s\S]*?)<\/p>/)?.[1] ?? '').replaceAll(/\D/g, '');
const opens = async (receipt: string) =>
  (await program.request('POST', '/api/v1/receipts/open', { body: { receipt } })).status === 200;
const counted = async (table: 'reports' | 'report_attachments') =>
  Number((await program.databases.owner.query(`select count(*) from ${table}`)).rows[0].count);

describe('D-02 a full disk is survived', () => {
  it('takes the words of a report while there is no room for its picture, and says so', async () => {
    disk = 'nearly full';
    const [reports, attachments] = [await counted('reports'), await counted('report_attachments')];

    const answer = await send('Told while the disk was nearly full.', true);
    disk = 'roomy';

    expect(answer.status).toBe(201);
    expect(await opens(receiptIn(answer))).toBe(true);
    expect(answer.text).toContain('door.png');
    expect([await counted('reports'), await counted('report_attachments')]).toEqual([reports + 1, attachments]);
  });

  it('takes a report without pictures while no file can be written at all', async () => {
    disk = 'full';

    const answer = await send('Told while the disk was full.', false);
    disk = 'roomy';

    expect(answer.status).toBe(201);
    expect(await opens(receiptIn(answer))).toBe(true);
  });

  it('gives no receipt that does not open where the disk fills up while a picture is written', async () => {
    disk = 'full';
    const reports = await counted('reports');

    const answer = await send('Told while the disk filled up.', true);
    disk = 'roomy';

    const receipt = receiptIn(answer);
    if (receipt === '') {
      expect(answer.status).toBe(503);
      expect(await counted('reports')).toBe(reports);
    } else expect(await opens(receipt)).toBe(true);
  });

  it('tells nobody that a report arrived whose rows found no room, at whichever write; the next one arrives', async () => {
    const told: number[] = [];
    const reports = await counted('reports');

    for (let nth = 1; ; nth += 1) {
      faults.failAt(nth, ['statement', 'commit', 'file']);
      const answer = await send(`Told at write ${nth}.`, true);
      if (!faults.end()) break;
      told.push(answer.status);
      expect(receiptIn(answer), `write ${nth}`).toBe('');
    }

    expect(told.length).toBeGreaterThan(6);
    expect(told.filter((status) => status !== 503)).toEqual([]);
    expect(await counted('reports')).toBe(reports + 1);
    const duty = await sessionOf(program, program.actors.duty);
    expect((await duty.call('GET', '/api/v1/triage')).status).toBe(200);
  }, 120_000);

  it('would notice a receipt that opens nothing', async () => {
    expect(await opens('123412341234123412341234')).toBe(false);
  });
});
