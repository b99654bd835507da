import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../platform/i18n/index.ts';
import { aSetting } from '../../platform/pages/testing/a-setting.ts';
import { seenOnPage } from '../../platform/pages/testing/seen-square.ts';
import { renderAccessibility } from './accessibility-page.tsx';
import { renderHelp } from './help-page.tsx';
import { renderPaperForm } from './paper-form.tsx';

const setting = (language: Language, base = '') => aSetting({ language, base });
const publicUrl = 'https://warn.example.org';

describe('the paper form', () => {
  it.each(languages)('carries a code that opens the entry page in %s, and nothing else', (language) => {
    const html = renderPaperForm({ setting: setting(language), publicUrl });

    expect(seenOnPage(html)).toBe(`https://warn.example.org/console/reports/new?paper=1&language=${language}`);
  });

  it('names the community in the code and in the address where there are several', () => {
    const html = renderPaperForm({ setting: setting('ca', '/riverside'), publicUrl });

    expect(seenOnPage(html)).toBe(
      'https://warn.example.org/console/reports/new?paper=1&language=ca&community=riverside',
    );
    expect(html).toContain('warn.example.org/riverside/ca/report');
  });
});

describe('help and accessibility', () => {
  it.each(languages)('name the number to call before anything else in %s', (language) => {
    const html = renderHelp(setting(language));

    expect(html.indexOf('class="call"')).toBeLessThan(html.indexOf('<h1'));
    expect(html.slice(html.indexOf('class="call"'))).toContain('tel:112');
  });

  it.each(languages)('claim no more than was tested in %s', (language) => {
    const html = renderAccessibility(setting(language));

    expect(html).toContain('WCAG 2.2');
    expect(html).toContain('Test Town');
    expect(html).toContain(`href="/${language}/accessibility"`);
  });
});
