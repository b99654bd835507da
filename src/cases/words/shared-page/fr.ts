export const fr = {
  'shared.title': 'Lisez ce qui a été partagé avec vous',
  'shared.once':
    'Cela s’ouvre une seule fois. Ouvrez-le quand vous avez le temps de lire, là où personne ne regarde par-dessus votre épaule. Vous pouvez l’imprimer.',
  'shared.number': 'Numéro du lien',
  'shared.number-hint': 'Six groupes de quatre chiffres. Avec le lien, il est déjà rempli.',
  'shared.code': 'Code',
  'shared.code-hint': 'Huit chiffres que l’on vous a dits au téléphone.',
  'shared.open': 'Ouvrir maintenant',
  'shared.wrong': 'Rien ne s’ouvre avec ce numéro et ce code.',
  'shared.wrong-why':
    'L’un des deux est peut-être mal saisi, cela a peut-être déjà été ouvert, ou le délai est passé. Appelez la personne qui l’a partagé avec vous.',
  'shared.tries':
    'Le numéro est juste, le code ne l’est pas. {count, plural, =0 {Il ne reste aucun essai : c’est fermé pour de bon. Demandez-en un nouveau.} one {Il reste un essai.} other {Il reste # essais.}}',
  'shared.now-closed':
    'Vous le lisez maintenant. Ensuite, cela ne peut plus être ouvert : notez ou imprimez ce dont vous avez besoin.',
} as const;
