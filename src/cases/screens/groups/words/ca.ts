import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'groups.title': 'Grups',
  'groups.about':
    'On la llei ho permet, podeu anotar en un cas a quin grup pertany la persona que preocupa, per veure si hi ha grups que reben un tracte diferent. Només ho compta qui supervisa, un cop l’any, i els nombres petits es reserven. Ningú no ho llegeix al costat d’un nivell de preocupació.',
  'groups.off-now': 'Aquí no s’anoten grups.',
  'groups.on-now': 'Aquí s’anoten grups, d’acord amb: {ground}.',
  'groups.verified': 'Confirmat: {counsel}',
  'groups.unverified': 'L’assessoria jurídica encara no ho ha confirmat.',
  'groups.changed': 'Últim canvi: {name},',
  'groups.is-on': 'Anotar grups als casos',
  'groups.off-hint':
    'Si ho desactiveu, tot el que s’ha anotat als casos es destrueix a l’instant. Els anys ja comptats es conserven.',
  'groups.document': 'La llei que ho permet: document',
  'groups.document-hint':
    'Per exemple, una llei de protecció de dades, o la llei que us obliga a informar d’aquestes xifres.',
  'groups.section': 'Article o apartat',
  'groups.counsel': 'Confirmat per l’assessoria jurídica: qui i quan',
  'groups.heading': 'Segons què es fan els grups',
  'groups.heading-hint': 'Per exemple: llengua que es parla a casa.',
  'groups.list': 'Els grups, un a cada línia',
  'groups.list-hint':
    'Després de dos punts, quantes persones de la comunitat hi pertanyen, si ho sabeu: «Català: 5200». Un grup que canvia de nom o es treu compta com a no anotat.',
  'groups.threshold': 'Nombre més petit que es mostra',
  'groups.threshold-hint':
    '11 al principi, com demana la norma de l’oficina de Medicare dels Estats Units. Com a mínim 5.',
  'groups.not-a-number': 'Escriviu un nombre enter de 5 a 100.',
  'groups.wrong-line': 'Escriviu un grup a cada línia i, després dels dos punts, un nombre enter.',
  'groups.needed': 'Ompliu-ho abans d’activar-ho.',
  'groups.two-at-least': 'Indiqueu almenys dos grups.',
  'groups.act': 'Desa',
  'groups.done': 'Els grups s’han desat.',
  'groups.yes': 'Activat',
  'groups.no': 'Desactivat',
  'group.title': 'Grup',
  'group.about':
    'És voluntari, i només com ho diu la persona o un registre que podeu fer servir. No ho endevineu mai. Ho veuen qui dirigeix el cas i qui el substitueix, ningú més; la pàgina del cas no ho mostra.',
  'group.off': 'En aquesta comunitat no s’anoten grups.',
  'group.none': 'No hi ha res anotat.',
  'group.now': 'Anotat: {name}',
  'group.by': 'per {name},',
  'group.choose-hint': 'Deixeu-ho buit per treure l’anotació.',
  'group.act': 'Anota',
  'group.done': 'Queda anotat.',
  'group.closed': 'El cas està tancat: ja no s’hi anota res.',
};
