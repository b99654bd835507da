import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Prose } from '../screens/prose.tsx';
import { drawText, type Surroundings } from './draw-text.ts';

const surroundings = (): Surroundings => {
  const seen = new Set<string>();
  return {
    resolve: (target) => (/^https:/.test(target) ? target : target === 'report:' ? '/en/report' : null),
    cite: (source) => {
      const isFirst = !seen.has(source);
      seen.add(source);
      return { number: source.length, label: `Source ${source}`, isFirst };
    },
  };
};

const markup = (text: string) => renderToStaticMarkup(createElement(Prose, { tree: drawText(text, surroundings()) }));

describe('draw-text', () => {
  it('turns marks into numbers that lead to the sources, the first of each with a place to come back to', () => {
    const html = markup('So it is.[^abc] And again.[^abc]');

    expect(html).toBe(
      '<div class="prose"><p>So it is.<sup class="cite"><a href="#source-abc" aria-label="Source abc" id="cite-abc">3</a></sup> And again.<sup class="cite"><a href="#source-abc" aria-label="Source abc">3</a></sup></p></div>',
    );
  });

  it('keeps marks that stand side by side apart', () => {
    const html = markup('So it is.[^abc][^defg] Or [^abc].');

    expect(html).toContain('3</a></sup><sup class="cite">, </sup><sup class="cite"><a href="#source-defg"');
    expect(html.match(/, <\/sup>/g)).toHaveLength(1);
  });

  it('draws a list to tick without any field', () => {
    const html = markup('- [ ] One\n- [ ] Two');

    expect(html).toContain('<ul class="checklist">');
    expect(html).not.toMatch(/<input|checkbox/);
  });

  it('lets a wide table be scrolled, named after its heading', () => {
    const html = markup('## Widths\n\n| a | b |\n| - | - |\n| 1 | 2 |');

    expect(html).toContain('role="region" tabindex="0" aria-label="Widths"');
    expect(html).toContain('<th scope="col">a</th>');
  });

  it('leads to the report page and politely to others, and nowhere else', () => {
    const html = markup('[tell](report:) [RAND](https://www.rand.org/) [x](javascript:alert) [y](/etc)');

    expect(html).toContain('<a href="/en/report">tell</a>');
    expect(html).toContain('<a href="https://www.rand.org/" rel="noreferrer noopener">RAND</a> x y');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a]: javascript:alert(1)\n\n[a]',
    '<a href="javascript:alert(1)">a</a>',
    '![a](javascript:alert(1))',
    '<svg/onload=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '<style>body{display:none}</style>',
  ])('lets nothing run: %s', (text) => {
    const html = markup(`Before.\n\n${text}\n\nAfter.`);

    expect(html).toContain('Before.');
    expect(html).toContain('After.');
    expect(html).not.toMatch(/<(script|img|svg|iframe|style)|javascript:|\son\w+=/i);
  });
});
