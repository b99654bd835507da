import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the screens about people, rota and sign-in. */
export const communityWords = { en, ca, es, fr };
