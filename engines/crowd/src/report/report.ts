import { answerPart, curvePart } from './answer-part.ts';
import { assumptionsPart, limitsPart } from './assumptions-part.ts';
import { crushPart, densityPart, leftPart } from './density-part.ts';
import { exitsPart } from './exits-part.ts';
import { figuresOf } from './figures.ts';
import { handPart, lossesPart } from './hand-part.ts';
import type { Markup } from './markup.ts';
import { html, Markup as MarkupClass } from './markup.ts';
import { planPart } from './plan-part.ts';
import type { ReportInput, Telling } from './report-input.ts';
import type { Language } from './say.ts';
import { languages, ownNames, speakerOf, wordsIn } from './say.ts';
import { SharedDrawings } from './shared-drawings.ts';
import { style } from './style.ts';

/**
 * One self-contained page about how a place empties: no script, nothing loaded from elsewhere, in four languages between
 * which the reader switches. Both presets stand side by side, and the page says first that it is sensitive.
 */
export function reportHtml(input: ReportInput): string {
  const language = input.language ?? 'en';
  const shared = new SharedDrawings();
  const presets = [
    figuresOf('empirical', input.ensembles.empirical),
    figuresOf('code-conservative', input.ensembles['code-conservative']),
  ];
  const articles = languages.map((one) => article({ input, presets, shared, speaker: speakerOf(one) }));
  const page = html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow,noarchive"><meta name="referrer" content="no-referrer">
<title>${speakerOf(language).say('title', { name: input.name })}</title><style>${new MarkupClass(style + switching())}</style></head>
<body>${shared.definitions()}<main>${languageChoice(language)}${articles}</main></body></html>`;
  return `<!doctype html>\n${page.text}\n`;
}

function article(telling: Telling): Markup {
  const { say, language } = telling.speaker;
  const parts = [
    answerPart,
    planPart,
    curvePart,
    exitsPart,
    densityPart,
    crushPart,
    leftPart,
    handPart,
    lossesPart,
    assumptionsPart,
    limitsPart,
  ];
  return html`<article lang="${language}"><h1>${say('title', { name: telling.input.name })}</h1>
    <p class="notice"><strong>${say('sensitive')}</strong></p><p>${say('invented')}</p>${parts.map((part) => part(telling))}</article>\n`;
}

function languageChoice(chosen: Language): Markup {
  const name = languages.map((one) => wordsIn[one].language).join(' · ');
  const choices = languages.map(
    (one) =>
      html`<label lang="${one}"><input type="radio" name="language" id="language-${one}" ${one === chosen ? new MarkupClass('checked') : ''}>${ownNames[one]}</label>`,
  );
  return html`<fieldset class="languages"><legend>${name}</legend>${choices}</fieldset>`;
}

/** Shows the chosen language; a browser that cannot tell which is chosen shows all four. */
const switching = (): string => `
${languages.map((one) => `body:has(#language-${one}:checked) article[lang=${one}]{display:block}`).join('\n')}
@supports not selector(:has(a)){article{display:block}}`;
