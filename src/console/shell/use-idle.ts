import { useEffect } from 'react';

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Calls `lock` when nobody has touched keyboard, mouse or screen for so many minutes; what the live log fetches is no touch. */
export const useIdle = (minutes: number | undefined, lock: () => void): void => {
  useEffect(() => {
    if (minutes === undefined) return;
    const wait = () => setTimeout(lock, minutes * 60_000);
    let timer = wait();
    const touched = () => {
      clearTimeout(timer);
      timer = wait();
    };
    for (const touch of touches) document.addEventListener(touch, touched, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const touch of touches) document.removeEventListener(touch, touched, { capture: true });
    };
  }, [minutes, lock]);
};
