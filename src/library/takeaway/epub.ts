import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { phases } from '../contract.ts';
import { codeOf } from '../pages/page-words.ts';
import type { Article } from '../reading/article.ts';
import {
  articlesOf,
  type Bound,
  breathe,
  type Chapter,
  chapterOf,
  lastChange,
  reportAddress,
  sourceText,
} from './book.ts';
import { type TakeawayWords, wordsFor } from './takeaway-words.ts';

const asXml = unified()
  .use(rehypeStringify, { closeSelfClosing: true, collapseEmptyAttributes: false, omitOptionalTags: false })
  .freeze();

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const fileOf = ({ phase, slug }: Pick<Article, 'phase' | 'slug'>): string => `${phase}-${slug}.xhtml`;

const style = `body{line-height:1.5}h1,h2,h3{line-height:1.25;text-align:left}table{border-collapse:collapse}
th,td{border:1px solid;padding:.3em;text-align:left;vertical-align:top}.lead{font-size:1.15em}.about{font-size:.9em}
.checklist{list-style:none;padding:0}.checklist>li::before{content:"☐ "}.cite{font-size:.75em}`;

const page = (language: string, title: string, body: string, kind = '', direction = 'ltr'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${direction}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body${kind}>${body}</body>
</html>
`;

const sourcesOf = ({ sources }: Chapter, words: TakeawayWords): string => {
  if (sources.length === 0) return '';
  const entries = sources.map((source) => {
    const text = escaped(sourceText(source));
    const linked = source.url ? `<a href="${escaped(source.url)}">${text}</a>` : text;
    return `<li id="source-${source.id}">${linked} (${escaped(words.t(`library.mark.${source.mark}`))})</li>`;
  });
  return `<h2>${words.t('takeaway.sources')}</h2><ol>${entries.join('')}</ol>`;
};

const chapterPage = (chapter: Chapter, words: TakeawayWords, direction?: string): string => {
  const { article, tree } = chapter;
  const body = [
    `<h1>${escaped(article.title)}</h1>`,
    `<p class="lead">${escaped(article.summary)}</p>`,
    asXml.stringify(tree),
    sourcesOf(chapter, words),
    `<p class="about">${escaped(words.t(`library.status.${article.status}`))}</p>`,
  ];
  return page(article.language, article.title, body.join('\n'), ' epub:type="bodymatter"', direction);
};

const titlePage = (bound: Bound, words: TakeawayWords): string => {
  const { setting } = bound;
  const address = escaped(reportAddress(bound));
  return page(
    setting.language,
    words.t('library.title'),
    `<h1>${escaped(words.t('library.title'))}</h1>
<p class="lead">${escaped(words.t('library.lead'))}</p>
<p>${escaped(words.t('takeaway.of', { community: setting.communityName }))}</p>
<p><a href="${address}">${address}</a></p>
<p class="about">${escaped(words.t('takeaway.changed', { date: lastChange(bound) }))}</p>
<p class="about">${escaped(words.t('library.licence'))}</p>`,
    ' epub:type="titlepage"',
  );
};

const contents = (articles: readonly Article[], language: string, words: TakeawayWords): string => {
  const parts = phases.map((phase) => {
    const items = articles
      .filter((article) => article.phase === phase)
      .map((article) => `<li><a href="${fileOf(article)}">${escaped(article.title)}</a></li>`);
    return items.length > 0
      ? `<li><span>${escaped(words.t(`library.phase.${phase}`))}</span><ol>${items.join('')}</ol></li>`
      : '';
  });
  const title = words.t('takeaway.contents');
  return page(language, title, `<nav epub:type="toc" id="toc"><h1>${title}</h1><ol>${parts.join('')}</ol></nav>`);
};

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');

const packageOf = (bound: Bound, articles: readonly Article[], words: TakeawayWords, texts: string): string => {
  const { setting } = bound;
  const items = articles.map(
    (article, index) => `<item id="c${index}" href="${fileOf(article)}" media-type="application/xhtml+xml"/>`,
  );
  const spine = articles.map((_, index) => `<itemref idref="c${index}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${setting.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${uuidOf(texts)}</dc:identifier>
<dc:title>${escaped(words.t('library.title'))}</dc:title>
<dc:language>${codeOf(setting)}</dc:language>
<dc:publisher>${escaped(setting.communityName)}</dc:publisher>
<dc:rights>CC BY 4.0</dc:rights>
<meta property="dcterms:modified">${lastChange(bound)}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine page-progression-direction="${setting.added?.direction ?? 'ltr'}"><itemref idref="title"/><itemref idref="nav"/>${spine.join('')}</spine>
</package>
`;
};

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The earliest day that a ZIP archive can name, in local time as the format has it: the same bytes everywhere. */
const noDay = new Date(1980, 0, 1);

/** The whole library of one language as an EPUB 3; the same texts make the same bytes. */
export const makeEpub = async (bound: Bound): Promise<Uint8Array<ArrayBuffer>> => {
  const { setting } = bound;
  const words = wordsFor(setting);
  const articles = articlesOf(bound);
  const chapters: [string, string][] = [];
  for (const article of articles) {
    chapters.push([fileOf(article), chapterPage(chapterOf(bound, article, fileOf), words, setting.added?.direction)]);
    await breathe();
  }
  const files: Record<string, string> = {
    'META-INF/container.xml': container,
    'OEBPS/content.opf': packageOf(bound, articles, words, JSON.stringify([setting.communityName, chapters])),
    'OEBPS/nav.xhtml': contents(articles, setting.language, words),
    'OEBPS/title.xhtml': titlePage(bound, words),
    'OEBPS/style.css': style,
    ...Object.fromEntries(chapters.map(([name, text]) => [`OEBPS/${name}`, text])),
  };
  const packed: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0 }] };
  for (const [name, text] of Object.entries(files)) packed[name] = strToU8(text);
  return zipSync(packed, { mtime: noDay, level: 6 }) as Uint8Array<ArrayBuffer>;
};
