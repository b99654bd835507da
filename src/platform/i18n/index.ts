export { isLanguage, type Language, languages, negotiateLanguage, ownNames } from './language.ts';
export { type Catalogues, joinCatalogues, type KeyOf, type Translator, translator, type Values } from './translator.ts';
