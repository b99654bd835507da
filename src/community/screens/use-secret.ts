import { useState } from 'react';

/** The secret after `#` of the address: read once and taken out of the address bar, so that no history keeps it. */
export const useSecret = (): string => {
  const [secret] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  return secret;
};

/** Takes the secret out of the address bar and the history, once it has been used. */
export const forgetSecret = (): void => window.history.replaceState(null, '', window.location.pathname);
