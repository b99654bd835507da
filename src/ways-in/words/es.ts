import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'help.title': 'Ayuda',
  'help.lead': 'Cómo funciona este sitio, qué puedes hacer cuando no funciona y cómo salir rápido.',
  'help.danger': '¿Hay alguien en peligro ahora? No escribas aquí primero. Llama al {number}.',
  'help.tell.title': 'Cuéntanos qué te preocupa',
  'help.tell.form':
    'Solo hay que responder dos preguntas: si hay alguien en peligro ahora y qué has visto u oído. No hace falta cuenta ni nombre.',
  'help.tell.receipt':
    'Después recibes un recibo de 24 cifras. Con él puedes leer nuestra respuesta y añadir cosas. Si lo pierdes, nadie puede recuperarlo.',
  'help.tell.open': 'Contar lo que te preocupa',
  'help.tell.return': 'Volver con tu recibo',
  'help.leave.title': 'Salir rápido',
  'help.leave.link':
    '«Salir rápido», arriba en cada página, abre una enciclopedia en lugar de este sitio y borra lo que habías escrito.',
  'help.leave.key': 'Con el teclado, pulsa Escape tres veces en dos segundos.',
  'help.leave.back':
    'Después, el botón Atrás no vuelve aquí. Por eso tampoco lleva de una página del formulario a otra: sale de este sitio.',
  'help.leave.plain':
    'Si tu navegador no ejecuta scripts, el enlace abre igualmente el otro sitio, pero Atrás puede volver aquí. Cierra también la pestaña.',
  'help.leave.cannot':
    'Ningún sitio puede vaciar la lista de páginas visitadas del navegador ni ocultar la visita a quien vigila tu aparato o tu red. Una ventana privada ayuda con lo primero.',
  'help.ways.title': 'Otras maneras de contarlo',
  'help.ways.people':
    'Habla con alguien de confianza de tu escuela, trabajo o ayuntamiento. Puede introducirlo por ti y darte el recibo.',
  'help.ways.paper': 'Imprime el formulario en papel, rellénalo y entrégalo o envíalo.',
  'help.ways.paper-link': 'Formulario en papel',
  'help.ways.poster': 'Cartel con un código para la pared',
  'help.ways.card': 'Tarjeta de bolsillo',
  'help.wrong.title': 'Cuando algo no funciona',
  'help.wrong.again':
    'Envíalo otra vez: la misma página enviada dos veces cuenta una sola vez, y lo que has escrito vuelve con la página.',
  'help.wrong.sure': 'Solo un recibo te dice que ha llegado. Sin recibo, dalo por no enviado.',
  'help.wrong.images':
    'Solo imágenes: JPEG, PNG, WebP, GIF, AVIF o TIFF, diez como máximo, de 20 MB cada una. Las volvemos a dibujar para que no quede lugar, hora ni aparato. No tomamos documentos de texto, PDF, sonido ni vídeo: dinos que los tienes.',
  'help.more.title': 'Más',
  'help.more.accessibility': 'Hasta qué punto es accesible este sitio',
  'access.title': 'Accesibilidad',
  'access.lead':
    'Todo el mundo debe poder contarnos algo. Esta página dice qué hemos hecho, cómo se ha probado y qué estorba todavía.',
  'access.scope.title': 'De qué hablamos',
  'access.scope.words':
    'Las páginas públicas de {community} en este sitio: la primera página, el formulario, el recibo, la conversación, la biblioteca, la ayuda y los errores. El escritorio del personal también se prueba. La medida son las WCAG 2.2, niveles A y AA.',
  'access.status.title': 'En qué estado está',
  'access.status.words':
    'Probado en parte: las pruebas automáticas de abajo no encuentran ningún defecto. Las pruebas con personas no se han hecho en esta instalación salvo que su responsable lo diga aquí. Por eso no afirmamos una conformidad completa.',
  'access.tested.title': 'Probado por máquina en cada cambio',
  'access.tested.rules':
    'las reglas que una máquina puede comprobar, en cada página y cada estado, en claro, en oscuro y con colores propios;',
  'access.tested.keyboard': 'contar, volver y responder solo con el teclado, sin scripts, a 320 puntos de ancho;',
  'access.tested.focus':
    'que el foco se ve y nada lo tapa, que los objetivos son lo bastante grandes y que con letras el doble de grandes no se rompe nada;',
  'access.tested.errors': 'que cada error dice qué hacer y lleva a su campo;',
  'access.tested.desk':
    'el trabajo principal del personal con el teclado y por los nombres que dice un lector de pantalla.',
  'access.people.title': 'Lo que solo puede comprobar una persona',
  'access.people.reader':
    'si las páginas se entienden cuando las lee un lector de pantalla (NVDA, VoiceOver, TalkBack);',
  'access.people.words': 'si las palabras son lo bastante sencillas para un niño asustado, y correctas en cada lengua;',
  'access.people.order': 'si el orden de lectura, los títulos y las descripciones de las imágenes ayudan;',
  'access.people.speech': 'si las páginas se pueden usar con la voz, con un conmutador, con una lupa.',
  'access.limits.title': 'Límites conocidos',
  'access.limits.code':
    'El código cuadrado del recibo no se puede leer sin ver; las mismas cifras están al lado como texto.',
  'access.limits.sign': 'No hay versión en lengua de signos ni con pictogramas de lectura fácil.',
  'access.limits.pictures':
    'Las imágenes que se envían no llevan descripción; el personal las describe cuando importa.',
  'access.contact.title': 'Dinos qué te estorba',
  'access.contact.words':
    'Usa el formulario, elige que no hay nadie en peligro y empieza con la palabra «accesibilidad». Lo lee una persona y responde con tu recibo. También puedes decirlo a cualquiera de {community}, de viva voz o en papel.',
  'access.contact.authority':
    'Si la respuesta no sirve, puedes acudir a la autoridad de tu país para la accesibilidad de los sitios públicos.',
  'access.date': 'Esta página describe el programa tal como era el {date}.',
  'paper.title': 'Formulario en papel',
  'paper.print':
    'Imprime esta página: cuatro páginas A4, o dos hojas a doble cara. Quien la rellena no necesita nada más.',
  'paper.heading': 'Cuéntanos qué te preocupa',
  'paper.slow': 'El papel es lento. Si hay alguien en peligro ahora, llama al {number}.',
  'paper.faster': 'Más rápido: {address}',
  'paper.open':
    'No hace falta que digas quién eres. Rellena lo que sepas y deja lo demás en blanco. Mételo en un sobre y dáselo a alguien de confianza de allí, o en el buzón que te digan.',
  'paper.receipt': 'Quien lo introduce recibe un recibo de 24 cifras. Pídelo si quieres leer una respuesta.',
  'paper.staff':
    'Para quien lo introduce: el código abre la página de entrada en esta lengua. No contiene nada de lo escrito aquí.',
  'paper.code': 'Código para el personal: abre la página de entrada',
  'paper.received': 'Recibido el (día y hora)',
  'paper.form': 'Formulario {version}',
};
