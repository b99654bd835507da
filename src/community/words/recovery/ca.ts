import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'forgotten.link': 'He oblidat la contrasenya o he perdut el dispositiu',
  'forgotten.title': 'Torni a entrar',
  'forgotten.words': 'Tres camins; primer, el que no fa perdre res. Cap no diu a ningú si una adreça és coneguda aquí.',
  'forgotten.by-code': 'Amb un codi de recuperació',
  'forgotten.by-code-words': 'Un dels deu codis que va imprimir. Serveix una vegada i no es perd res.',
  'forgotten.code': 'Codi de recuperació',
  'forgotten.by-kit': 'Amb les dues meitats del joc de recuperació',
  'forgotten.by-kit-words':
    'Dues persones en guarden una meitat cadascuna. Escriguin-les aquí totes dues juntes. No es perd res; l’autenticador i les claus d’accés es tornen a configurar.',
  'forgotten.missing-half': 'Escrigui aquesta meitat del joc.',
  'forgotten.by-two': 'Amb dues persones que el coneixen',
  'forgotten.by-two-words':
    'Rebrà un número i un enllaç. Digui el número a dues persones responsables, cara a cara o de viva veu; quan totes dues l’hagin confirmat, l’enllaç li deixarà posar una contrasenya nova.',
  'forgotten.by-two-lost':
    'La seva clau antiga es perd. El que només obria ella queda tancat fins que entri algú que també ho pot llegir; el que no pot llegir ningú més queda tancat per sempre, si no és que s’usa el joc de recuperació.',
  'forgotten.ask': 'Demana-ho a dues persones',
  'forgotten.asked': 'Conservi aquesta pàgina fins que torni a entrar',
  'forgotten.asked-number': 'Digui aquest número a dues persones responsables, que comprovin que és vostè:',
  'forgotten.asked-link':
    'Quan totes dues ho hagin confirmat, obri aquest enllaç. Només es mostra ara i no s’envia a ningú:',
  'forgotten.copy': 'Copia l’enllaç',
  'forgotten.until': 'val fins a',
  'forgotten.set': 'Posa la contrasenya nova',
  'forgotten.back': 'Torna a l’inici de sessió',
  'recovery.title': 'La seva nova manera d’entrar',
  'recovery.waiting':
    '{count, plural, one {Encara ho ha de confirmar # persona} other {Encara ho han de confirmar # persones}}',
  'recovery.confirmed': 'Dues persones han respost per vostè.',
  'recovered.title': 'La contrasenya nova ja val',
  'recovered.words': 'S’ha tancat la sessió a tot arreu. Ara entri amb la contrasenya nova.',
  'recovered.waiting':
    '{count, plural, one {# registre queda tancat de moment} other {# registres queden tancats de moment}}',
  'recovered.waiting-words': 'Cadascun es torna a obrir tot sol quan entra algú que el pot llegir.',
  'vouch.title': 'Persones que no poden entrar',
  'vouch.words':
    'Vegi’ls o senti’ls vostè mateix, per un camí que conegui: no pel número ni l’adreça que li doni un missatge. Ho confirmen dues persones diferents.',
  'vouch.asked': 'Ho ha demanat',
  'vouch.first': '{name} ho ha confirmat. En falta una més.',
  'vouch.number': 'El número que li ha dit',
  'vouch.number-hint':
    'El llegeix de la seva pantalla. Aquí no es mostra, perquè ningú no pugui confirmar sense la persona.',
  'vouch.missing': 'Escrigui el número.',
  'vouch.act': 'És realment aquesta persona',
  'vouch.act-one': 'Confirma que és realment {name}',
  'vouch.done': 'Confirmat i registrat.',
  'own.password': 'Contrasenya',
  'own.change': 'Canvia la contrasenya',
  'own.words': 'A la resta de llocs se li tanca la sessió.',
  'own.current': 'Contrasenya actual',
  'own.missing-current': 'Escrigui la contrasenya actual.',
  'own.changed': 'S’ha canviat la contrasenya.',
  'own.remove-passkey': 'Treu la clau d’accés {name}',
  'own.remove': 'Treu',
  'own.remove-totp': 'Treu l’autenticador',
  'pager.title': 'Telèfon',
  'pager.words':
    'Quan algú espera i vostè és de guàrdia, també se l’avisa aquí. El missatge diu que algú espera, i res més.',
  'pager.number': 'Número',
  'pager.hint': 'Amb el codi del país, com ara +34 600 000 000. Buit: només per correu.',
  'pager.way': 'Com',
  'pager.sms': 'Missatge de text',
  'pager.voice': 'Trucada',
  'pager.act': 'Desa',
  'pager.done': 'Desat.',
};
