import { describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { readForm } from './read-form.ts';

describe('read-input', () => {
  it('takes words with a null character in them, without it', async () => {
    const program: Program = await startProgram();
    const body = '{"email":"duty\\u0000@test-town.example","password":"a long pass phrase for tests"}';

    const { status } = await program.request('POST', '/api/v1/sign-in', { body });
    const { status: searched } = await program.request('GET', '/en/library/search?q=a%00b');
    const duty = await program.signIn('duty');
    const { status: named } = await duty.call('DELETE', '/api/v1/passkeys/%00');

    await program.close();
    expect([status, searched, named]).toEqual([200, 200, 404]);
  });

  it('takes a form with a null character in it, without it', async () => {
    const sent = new FormData();
    sent.append('what', 'He said\0 it.');
    sent.append('signs', 'M1');

    const form = await readForm(new Request('https://forestall.test', { method: 'POST', body: sent }));

    expect([...form]).toEqual([
      ['what', 'He said it.'],
      ['signs', 'M1'],
    ]);
  });
});
