import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../kit/session.tsx';
import { placesFor } from './places.ts';

const storageKey = 'forestall.single-keys';

/** Whether single keys act; whoever speaks to the computer, or types with a switch, turns them off (WCAG 2.1.4). */
export const singleKeysAct = (): boolean => localStorage.getItem(storageKey) !== 'off';
export const letSingleKeysAct = (on: boolean): void => localStorage.setItem(storageKey, on ? 'on' : 'off');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const walkRows = (step: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const here = rows.findIndex((row) => row === document.activeElement || row.getAttribute('aria-current') === 'page');
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : here;
  const next = from < 0 ? (step === 1 ? 0 : rows.length - 1) : Math.min(Math.max(from + step, 0), rows.length - 1);
  rows[next]?.focus();
};

/** What the screen itself offers by one key: each link or button says its key in `data-key`. */
export const keysOfTheScreen = (): { key: string; what: string }[] =>
  [...document.querySelectorAll<HTMLElement>('[data-key]')].map((element) => ({
    key: element.dataset.key ?? '',
    what: element.textContent ?? '',
  }));

const pressOnScreen = (key: string): (() => void) | undefined => {
  const element = [...document.querySelectorAll<HTMLElement>('[data-key]')].find((each) => each.dataset.key === key);
  return element && (() => element.click());
};

/** The keys of the console: `g` and a letter go, `j` and `k` walk, `/` finds, `?` lists them; a screen adds its own. */
export const useKeys = (showKeys: () => void): void => {
  const navigate = useNavigate();
  const { roles } = useSession();
  const afterG = useRef(false);
  const show = useRef(showKeys);
  show.current = showKeys;
  useEffect(() => {
    const go = (key: string): void => {
      const place = placesFor(roles).find((each) => each.key === key);
      if (place) navigate(place.to);
    };
    const acts: Record<string, () => void> = {
      j: () => walkRows(1),
      k: () => walkRows(-1),
      '/': () => document.querySelector<HTMLElement>('[data-find]')?.focus(),
      '?': () => show.current(),
    };
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !singleKeysAct()) return;
      if (document.querySelector('[role="dialog"]')) return;
      const wasG = afterG.current;
      afterG.current = event.key === 'g';
      const act = wasG ? () => go(event.key) : (acts[event.key] ?? pressOnScreen(event.key));
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate, roles]);
};
