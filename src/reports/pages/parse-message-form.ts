import { type ReadFiles, readImages } from '../../platform/files/read-images.ts';
import { wordsLimit } from '../contract.ts';
import type { FieldErrors } from './form-values.ts';

export interface ParsedMessageForm extends ReadFiles {
  receipt: string;
  words: string;
  token: string;
  /** Empty where the message can be taken. */
  errors: FieldErrors<'words'>;
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

const errorsOf = (words: string): FieldErrors<'words'> => {
  if (words.trim() === '') return { words: { key: 'reports.error.words' } };
  return words.trim().length > wordsLimit ? { words: { key: 'reports.error.too-long', limit: wordsLimit } } : {};
};

/** Reads a posted message of a reporter who came back with a receipt. */
export const parseMessageForm = (form: FormData): ParsedMessageForm => {
  const words = text(form, 'words');
  return {
    receipt: text(form, 'receipt'),
    words,
    token: text(form, 'token'),
    errors: errorsOf(words),
    ...readImages(form),
  };
};
