import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { HelpKey } from '../words/index.ts';
import { wordsFor } from './page-words.ts';

/** The day on which somebody last compared this page with the program. */
const comparedOn = '2026-11-23T12:00:00Z';

type Part = { title: HelpKey; said?: readonly HelpKey[]; list?: readonly HelpKey[] };

const parts: readonly Part[] = [
  { title: 'access.scope.title', said: ['access.scope.words'] },
  { title: 'access.status.title', said: ['access.status.words'] },
  {
    title: 'access.tested.title',
    list: [
      'access.tested.rules',
      'access.tested.keyboard',
      'access.tested.focus',
      'access.tested.errors',
      'access.tested.desk',
    ],
  },
  {
    title: 'access.people.title',
    list: ['access.people.reader', 'access.people.words', 'access.people.order', 'access.people.speech'],
  },
  { title: 'access.limits.title', list: ['access.limits.code', 'access.limits.sign', 'access.limits.pictures'] },
  { title: 'access.contact.title', said: ['access.contact.words', 'access.contact.authority'] },
];

/** What was done so that everybody can use these pages, how it is tested, and what still stands in the way. */
export const renderAccessibility = (setting: PublicSetting): string => {
  const words = wordsFor(setting);
  const say = (key: HelpKey) => words.t(key, { community: setting.communityName });
  return renderPublicPage({
    setting,
    title: say('access.title'),
    path: '/accessibility',
    children: (
      <>
        <h1>{say('access.title')}</h1>
        <p className="lead">{say('access.lead')}</p>
        {parts.map(({ title, said = [], list = [] }) => (
          <section key={title} aria-labelledby={title}>
            <h2 id={title}>{say(title)}</h2>
            {said.map((key) => (
              <p key={key}>{say(key)}</p>
            ))}
            {list.length > 0 && (
              <ul>
                {list.map((key) => (
                  <li key={key}>{say(key)}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <p className="quiet">{words.t('access.date', { date: words.formatDate(comparedOn) })}</p>
      </>
    ),
  });
};
