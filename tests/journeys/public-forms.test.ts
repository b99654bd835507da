import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/db/database.ts';
import { type Program, startProgram } from '../program/program.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

type Fields = Record<string, string | string[]>;

const form = (fields: Fields, files: File[] = []): FormData => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
  for (const file of files) body.append('images', file);
  return body;
};

const post = (path: string, fields: Fields, files: File[] = []) =>
  program.request('POST', path, { body: form(fields, files) });
const receiptIn = (html: string): string => html.match(/name="receipt" value="(\d{24})"/)?.[1] ?? '';
const tokenIn = (html: string): string => html.match(/name="token" value="([^"]+)"/)?.[1] ?? '';
const reportsKept = async () =>
  Number((await program.databases.owner.query('select count(*) from reports')).rows[0].count);
const picture = async (name: string) =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 9, height: 9, channels: 3, background: '#393' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    name,
    { type: 'image/jpeg' },
  );

describe('the report form', () => {
  it('answers the post itself with the receipt, without a cookie, and says by when somebody reads', async () => {
    const page = await program.request('GET', '/ca/report');

    const answer = await post('/ca/report', {
      token: tokenIn(page.text),
      dangerNow: 'false',
      what: 'Ha dit que divendres passarà.',
      signs: ['M3', 'P1'],
    });

    expect(answer.status).toBe(201);
    expect(receiptIn(answer.text)).toMatch(/^\d{24}$/);
    expect(answer.text).toContain('com a molt tard');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('takes the same page sent twice as one report, even at the same moment', async () => {
    const token = tokenIn((await program.request('GET', '/en/report')).text);
    const before = await reportsKept();

    const answers = await Promise.all(
      [1, 2, 3].map(() => post('/en/report', { token, dangerNow: 'false', what: 'A list with names.' })),
    );

    expect(new Set(answers.map(({ text }) => receiptIn(text))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await reportsKept()).toBe(before + 1);
  });

  it('takes other words from the same page as another report', async () => {
    const token = tokenIn((await program.request('GET', '/en/report')).text);

    const first = await post('/en/report', { token, dangerNow: 'false', what: 'First words.' });
    const second = await post('/en/report', { token, dangerNow: 'false', what: 'Other words.' });

    expect(second.status).toBe(201);
    expect(receiptIn(second.text)).not.toBe(receiptIn(first.text));
  });

  it('keeps all that was typed when an answer is missing, and links the summary to the field', async () => {
    const typed = { what: '', when: 'ahir <b>', aboutWhom: 'Algú de 3r B', signs: ['P1'], about: 'myself' };

    const answer = await post('/es/report', typed);

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#what"');
    expect(answer.text).toContain('href="#dangerNow"');
    expect(answer.text).toContain('value="ahir &lt;b&gt;"');
    expect(answer.text).toContain('>Algú de 3r B</textarea>');
    expect(answer.text).toMatch(/id="signs-P1"[^>]*checked|checked[^>]*id="signs-P1"/);
  });

  it('shows the emergency number on a page of its own where danger was chosen and nothing else yet', async () => {
    const stop = await post('/fr/report', { dangerNow: 'true', when: 'ce soir' });
    const goOn = await post('/fr/report', { dangerNow: 'true', called: 'true', when: 'ce soir', step: 'go-on' });

    expect(stop.text).toContain('href="tel:112"');
    expect(stop.text).not.toContain('<textarea');
    expect(stop.text).toContain('name="when" value="ce soir"');
    expect(goOn.status).toBe(200);
    expect(goOn.text).toContain('<textarea');
    expect(goOn.text).not.toContain('role="alert" tabindex="-1"');
  });

  it('refuses a hostile or oversized file alone, by its name, and keeps the words and the good picture', async () => {
    const page = new File(['<svg onload="alert(1)"/>'], 'photo.jpg', { type: 'image/jpeg' });
    const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'film.png', { type: 'image/png' });

    const answer = await post('/en/report', { dangerNow: 'false', what: 'See the picture.' }, [
      page,
      await picture('IMG_1.jpg'),
      large,
    ]);

    const kept = await program.databases.owner.query('select count(*) from report_attachments');
    expect(answer.status).toBe(201);
    expect(answer.text).toContain('photo.jpg: not a picture');
    expect(answer.text).toContain('film.png: larger than 20 MB');
    expect(answer.text).not.toContain('IMG_1.jpg');
    expect(Number(kept.rows[0].count)).toBe(1);
  });

  it('refuses words that are too long, and says how many it takes', async () => {
    const answer = await post('/en/report', { dangerNow: 'false', what: 'x'.repeat(20_001) });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('20,000 characters');
  });
});

describe('coming back', () => {
  it('opens the mailbox, shows the answer of the desk, and takes words and pictures', async () => {
    const receipt = receiptIn((await post('/en/report', { dangerNow: 'false', what: 'Something to follow.' })).text);
    const duty = await program.signIn('duty');
    const { rows } = (await duty.call('GET', '/api/v1/triage')).body as { rows: { id: string; number: string }[] };
    const waiting = await post('/en/receipt', { receipt });
    const mine = rows.find(({ number }) => waiting.text.includes(number));
    await duty.call('GET', `/api/v1/reports/${mine?.id}`);
    await duty.call('POST', `/api/v1/reports/${mine?.id}/answers`, { words: 'Thank you. <When> was it?' });

    const answered = await post('/fr/receipt', { receipt: receipt.replace(/(.{4})/g, '$1 ') });
    const token = tokenIn(answered.text);
    const message = { receipt, token, words: 'It was on Friday.' };
    const added = await post('/fr/receipt/message', message, [await picture('a.jpg')]);
    const again = await post('/fr/receipt/message', message, [await picture('a.jpg')]);

    expect(waiting.text).toContain('Received');
    expect(answered.text).toContain('Thank you. &lt;When&gt; was it?');
    expect(answered.text).not.toContain('Dina');
    expect(added.status).toBe(201);
    expect(added.text.match(/It was on Friday/g)).toHaveLength(1);
    expect(added.text).toContain('avec 1 image');
    expect(again.text.match(/It was on Friday/g)).toHaveLength(1);
  });

  it('says of a wrong receipt only that it opens nothing, whichever part is wrong', async () => {
    const receipt = receiptIn((await post('/en/report', { dangerNow: 'false', what: 'Words.' })).text);
    const wrong = [
      '12',
      'letters',
      receipt.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
      '0'.repeat(24),
      '',
    ];

    const answers = await Promise.all(wrong.map((each) => post('/en/receipt', { receipt: each })));

    const withoutTyped = answers.map(({ text }) => text.replace(/value="[^"]*"/g, ''));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(withoutTyped).size).toBe(1);
  });

  it('keeps an empty message out and the mailbox open', async () => {
    const receipt = receiptIn((await post('/en/report', { dangerNow: 'false', what: 'Words.' })).text);

    const answer = await post('/en/receipt/message', { receipt, words: '  ' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#words"');
  });
});

describe('pages that are the same for everybody', () => {
  it('speaks the language that the browser asks for, and has no script on the first page', async () => {
    const home = await program.request('GET', '/', { headers: { 'accept-language': 'fr-CH, de;q=0.5' } });

    expect(home.text).toContain('<html lang="fr">');
    expect(home.text).not.toContain('<script');
    expect(home.text.indexOf('tel:112')).toBeLessThan(home.text.indexOf('<h1'));
  });

  it('says in words that a page is not here, in the language of its address', async () => {
    const nowhere = await program.request('GET', '/es/nowhere');

    expect(nowhere.status).toBe(404);
    expect(nowhere.text).toContain('<html lang="es">');
  });
});

describe('with the database away', () => {
  /** Where nobody listens: every question fails as after a crash. */
  const away = async (work: () => Promise<void>): Promise<void> => {
    const { database } = program.ground;
    program.ground.database = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    program.clock.advance(2_000);
    await work();
    program.ground.database = database;
    program.clock.advance(2_000);
  };

  it('says at once that nothing was received, shows the number to call, keeps the words, and takes them when it is back', async () => {
    const token = tokenIn((await program.request('GET', '/ca/report')).text);
    const before = await reportsKept();
    const typed = { token, dangerNow: 'false', what: 'Paraules que no s’han de perdre.', signs: ['P1'] };

    let answer: Awaited<ReturnType<typeof post>> | undefined;
    let empty: Awaited<ReturnType<typeof post>> | undefined;
    await away(async () => {
      answer = await post('/ca/report', typed);
      empty = await program.request('GET', '/ca/report');
    });
    const afterwards = await post('/ca/report', { ...typed, token: tokenIn(answer?.text ?? '') });

    expect(answer?.status).toBe(503);
    expect(answer?.text).toContain('No hem rebut res');
    expect(answer?.text).toContain('href="tel:112"');
    expect(answer?.text).toContain('>Paraules que no s’han de perdre.</textarea>');
    expect(answer?.text).toMatch(/id="signs-P1"[^>]*checked|checked[^>]*id="signs-P1"/);
    expect(empty?.status).toBe(503);
    expect(afterwards.status).toBe(201);
    expect(await reportsKept()).toBe(before + 1);
  });
});

describe('with the database away, for somebody who came back', () => {
  it('keeps the message on the page that says it was not received, and takes it from there', async () => {
    const receipt = receiptIn((await post('/en/report', { dangerNow: 'false', what: 'Words.' })).text);
    const { database } = program.ground;

    program.ground.database = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    const failed = await post('/en/receipt/message', { receipt, words: 'Words to keep.' });
    program.ground.database = database;
    const sentAgain = await post('/en/receipt/message', {
      receipt,
      token: tokenIn(failed.text),
      words: 'Words to keep.',
    });

    expect(failed.status).toBe(503);
    expect(failed.text).toContain('Nothing was received');
    expect(failed.text).toContain('>Words to keep.</textarea>');
    expect(failed.text).toContain(`name="receipt" value="${receipt}"`);
    expect(sentAgain.status).toBe(201);
  });
});

it('calls nothing of all this a bug', () => {
  expect(program.logged).toEqual([]);
});
