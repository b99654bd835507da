import { type Language, languages, ownNames } from '../../platform/i18n/language.ts';

interface LanguageSelectProps<Code extends string> {
  id: string;
  label: string;
  chosen: string;
  offered: readonly { code: Code; name: string }[];
  choose(code: NoInfer<Code>): void;
}

/** The languages of the console, each under its own name. */
export const ownLanguages: readonly { code: Language; name: string }[] = languages.map((code) => ({
  code,
  name: ownNames[code],
}));

/** A choice of a language, each named and marked in itself, so that whoever reads it finds it and whoever hears it understands. */
export function LanguageSelect<Code extends string>({ id, label, chosen, offered, choose }: LanguageSelectProps<Code>) {
  const take = (value: string) => {
    const found = offered.find(({ code }) => code === value);
    if (found) choose(found.code);
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => take(event.target.value)}>
        {offered.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
