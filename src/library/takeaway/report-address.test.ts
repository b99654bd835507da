import { describe, expect, it } from 'vitest';
import { languages } from '../../platform/i18n/index.ts';
import { aSetting } from '../../platform/pages/testing/a-setting.ts';
import { seenIn } from '../../platform/pages/testing/seen-square.ts';
import { reportAddress } from './book.ts';
import { squaresOf } from './report-square.tsx';

const setting = aSetting({ communityName: 'Riverside', base: '/riverside' });

const seen = (address: string) => {
  const { size, dark } = squaresOf(address);
  return seenIn({ fields: size, dark });
};

describe('the code on poster and card', () => {
  it.each(languages)('leads to the report page of a community with its own address in %s', (language) => {
    const address = reportAddress({ setting: { ...setting, language }, publicUrl: 'https://warn.example.org' });

    expect(seen(address)).toBe(`https://warn.example.org/riverside/${language}/report`);
  });
});
