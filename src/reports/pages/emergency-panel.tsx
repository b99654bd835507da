import { callAddress, EmergencyNumbers } from '../../platform/pages/call-link.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { firstNumber, type PageWords } from './page-words.ts';

interface EmergencyProps {
  setting: PublicSetting;
  words: PageWords;
}

/** The words that fill the screen when somebody is in danger: whom to call, before anything else. */
export const EmergencyWords = ({ setting, words, level }: EmergencyProps & { level: 'h1' | 'h2' }) => {
  const Heading = level;
  return (
    <div className="stack">
      <Heading>{words.t('reports.danger.title', { number: firstNumber(setting) })}</Heading>
      <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} className="numbers large" />
      <p>{words.t('reports.danger.words')}</p>
      <p>{words.t('reports.danger.safe')}</p>
    </div>
  );
};

/** Lines to call for whoever may hurt themselves, the emergency number after them. */
export const CrisisLines = ({ setting, words }: EmergencyProps) => (
  <div className="crisis">
    {setting.crisisLines.length > 0 && (
      <>
        <p>{words.t('reports.form.self-harm.talk')}</p>
        <ul className="lines">
          {setting.crisisLines.map(({ number, name, hours }) => (
            <li key={number}>
              <a href={callAddress({ number, for: 'everything' })}>
                <strong>{number}</strong> {name}
              </a>
              {hours !== '' && <span className="hours"> {hours}</span>}
            </li>
          ))}
        </ul>
      </>
    )}
    <p>{words.t('reports.form.self-harm.emergency', { number: firstNumber(setting) })}</p>
  </div>
);
