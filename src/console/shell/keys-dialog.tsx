import { useState } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { useSession } from '../kit/session.tsx';
import { useConsoleWords } from '../kit/speech.tsx';
import { placesFor } from './places.ts';
import { keysOfTheScreen, letSingleKeysAct, singleKeysAct } from './use-keys.ts';

/** The list of keys, and the switch that turns them off. */
export const KeysDialog = ({ isOpen, close }: { isOpen: boolean; close(): void }) => {
  const { t } = useConsoleWords();
  const { roles } = useSession();
  const [act, setAct] = useState(singleKeysAct);
  const [ofScreen] = useState(keysOfTheScreen);
  const change = (on: boolean) => {
    letSingleKeysAct(on);
    setAct(on);
  };
  const rows: readonly (readonly [string, string])[] = [
    ...placesFor(roles).map((place) => [`g ${place.key}`, t(`shell.${place.name}`)] as const),
    ['j', t('keys.next')],
    ['k', t('keys.previous')],
    ['Enter', t('keys.open')],
    ['/', t('keys.find')],
    ['?', t('shell.keys')],
    ...ofScreen.map(({ key, what }) => [key, what] as const),
  ];
  return (
    <Dialog title={t('shell.keys')} isOpen={isOpen} close={close}>
      <dl className="keys">
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="tick">
        <input type="checkbox" checked={act} onChange={(event) => change(event.target.checked)} />
        <span>{t('keys.on')}</span>
      </label>
    </Dialog>
  );
};
