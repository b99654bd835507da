import { describe, expect, it } from 'vitest';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Library } from '../reading/library.ts';
import { keptPage } from './kept-pages.ts';

const text = (page: Uint8Array<ArrayBuffer>): string => new TextDecoder().decode(page);

const setting = (communityName: string, language: PublicSetting['language'] = 'en'): PublicSetting => ({
  communityName,
  language,
  languages: ['en', 'ca', 'es', 'fr'],
  timeZone: 'UTC',
  emergencyNumbers: [],
  crisisLines: [],
  stylesheet: '/assets/public.css',
});

const aLibrary = () => ({}) as Library;

describe('kept-page', () => {
  it('draws a page once, whatever the language of the one before', () => {
    const library = aLibrary();
    const drawn: string[] = [];
    const draw = () => `${drawn.push('page')}`;

    const pages = [
      keptPage(library, setting('Town', 'en'), '/en/library', draw),
      keptPage(library, setting('Town', 'fr'), '/fr/library', draw),
      keptPage(library, setting('Town', 'en'), '/en/library', draw),
    ];

    expect(pages.map(text)).toEqual(['1', '2', '1']);
  });

  it('draws it anew when the community or the library is another', () => {
    const library = aLibrary();
    const drawn: string[] = [];
    const draw = () => `${drawn.push('page')}`;

    const pages = [
      keptPage(library, setting('Town'), '/en/library', draw),
      keptPage(library, setting('Another town'), '/en/library', draw),
      keptPage(aLibrary(), setting('Another town'), '/en/library', draw),
    ];

    expect(pages.map(text)).toEqual(['1', '2', '3']);
  });
});
