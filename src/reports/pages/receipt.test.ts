import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../platform/i18n/index.ts';
import { aSetting } from '../../platform/pages/testing/a-setting.ts';
import { seenOnPage } from '../../platform/pages/testing/seen-square.ts';
import { renderReceipt } from './index.ts';

const setting = (language: Language) => aSetting({ language });
const receipt = '482915037264901538274610';
const answer = { number: 'K7Q-4M2', receipt, nextRead: '2026-11-23T14:30:00Z' };

describe('receipt', () => {
  it.each(languages)(
    'shows the digits in six groups, and as a square that holds them and no address, in %s',
    (language) => {
      const html = renderReceipt({ setting: setting(language), answer, dangerNow: false });

      expect(html).toContain(
        '<span>4829 </span><span>1503 </span><span>7264 </span><span>9015 </span><span>3827 </span><span>4610 </span>',
      );
      expect(seenOnPage(html)).toBe(receipt);
      expect(html.match(/href="[^"]*482915037264901538274610/g)).toBeNull();
    },
  );

  it('says on the clocks of the community by when it is read, and owns up when the rota is empty', () => {
    const planned = renderReceipt({ setting: setting('en'), answer, dangerNow: false });
    const empty = renderReceipt({ setting: setting('en'), answer: { ...answer, nextRead: null }, dangerNow: false });

    expect(planned).toContain('by Monday 23 November at 15:30 at the latest');
    expect(empty).toContain('We cannot say yet when somebody will read it. If it cannot wait, call 112.');
  });

  it('puts the number to call before everything else where there is danger', () => {
    const html = renderReceipt({ setting: setting('fr'), answer, dangerNow: true });

    expect(html.indexOf('class="call"')).toBeLessThan(html.indexOf('<h1'));
    expect(html.indexOf('class="call"')).toBeGreaterThan(0);
  });
});
