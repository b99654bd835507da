import type { ReactNode } from 'react';
import { EmergencyNumbers } from '../../platform/pages/call-link.tsx';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { HelpKey } from '../words/index.ts';
import { firstNumber, type HelpWords, wordsFor } from './page-words.ts';

interface PartProps {
  name: 'tell' | 'leave' | 'ways' | 'wrong' | 'more';
  words: HelpWords;
  /** Each becomes a paragraph. */
  said: readonly HelpKey[];
  /** Where the part leads to. */
  links?: readonly (readonly [address: string, text: HelpKey])[];
}

const Part = ({ name, words, said, links = [] }: PartProps): ReactNode => (
  <section aria-labelledby={name}>
    <h2 id={name}>{words.t(`help.${name}.title`)}</h2>
    {said.map((key) => (
      <p key={key}>{words.t(key)}</p>
    ))}
    {links.length > 0 && (
      <ul className="ways">
        {links.map(([address, text]) => (
          <li key={address}>
            <a href={`/${words.language}${address}`}>{words.t(text)}</a>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const parts: readonly Omit<PartProps, 'words'>[] = [
  {
    name: 'tell',
    said: ['help.tell.form', 'help.tell.receipt'],
    links: [
      ['/report', 'help.tell.open'],
      ['/receipt', 'help.tell.return'],
    ],
  },
  {
    name: 'leave',
    said: ['help.leave.link', 'help.leave.key', 'help.leave.back', 'help.leave.plain', 'help.leave.cannot'],
  },
  {
    name: 'ways',
    said: ['help.ways.people', 'help.ways.paper'],
    links: [
      ['/paper', 'help.ways.paper-link'],
      ['/library/take-away/poster', 'help.ways.poster'],
      ['/library/take-away/card', 'help.ways.card'],
    ],
  },
  { name: 'wrong', said: ['help.wrong.again', 'help.wrong.sure', 'help.wrong.images'] },
  { name: 'more', said: [], links: [['/accessibility', 'help.more.accessibility']] },
];

/** How the site works, how to leave it, and what to do when it does not work; whom to call stands first. */
export const renderHelp = (setting: PublicSetting): string => {
  const words = wordsFor(setting);
  return renderPublicPage({
    setting,
    title: words.t('help.title'),
    path: '/help',
    children: (
      <>
        <section className="call">
          <p>{words.t('help.danger', { number: firstNumber(setting) })}</p>
          <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} />
        </section>
        <h1>{words.t('help.title')}</h1>
        <p className="lead">{words.t('help.lead')}</p>
        {parts.map((part) => (
          <Part key={part.name} {...part} words={words} />
        ))}
      </>
    ),
  });
};
