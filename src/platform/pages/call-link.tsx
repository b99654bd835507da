import type { Translator } from '../i18n/index.ts';
import type { EmergencyNumber, PublicSetting } from './setting.ts';
import type { ShellKey } from './words/index.ts';

const dialled = (number: string) => number.replaceAll(/[^\d+*#]/g, '');

/** The address that starts a call, or a text message where the number takes only those. */
export const callAddress = ({ number, for: use }: Pick<EmergencyNumber, 'number' | 'for'>) =>
  `${use === 'text' ? 'sms' : 'tel'}:${dialled(number)}`;

interface NumbersProps {
  numbers: PublicSetting['emergencyNumbers'];
  words: Translator<ShellKey>;
  className?: string;
}

/** Every emergency number as a link to call it, each with what it is for. */
export const EmergencyNumbers = ({ numbers, words, className = 'numbers' }: NumbersProps) => (
  <ul className={className}>
    {numbers.map((each) => (
      <li key={`${each.number} ${each.for}`}>
        <a href={callAddress(each)}>
          <strong>{each.number}</strong> <span>{words.t(`shell.emergency.${each.for}`)}</span>
        </a>
      </li>
    ))}
  </ul>
);
