import type { Profile } from '../profile.ts';

const ferpa = 'FERPA, 34 CFR Part 99';
const hipaa = 'HIPAA Privacy Rule, 45 CFR Part 164';
const intelligence = '28 CFR Part 23';
const fiveYears = { document: intelligence, section: '23.20(h)' };

/** Schools and campuses in the United States: federal law by agency, and a place for the state's own. */
export const usSchool: Profile = {
  id: 'us-school',
  edition: '2026-11-23',
  retention: {
    'report-no-concern': { days: 90, ceiling: 365, source: null },
    'report-passed-on': { days: 730, ceiling: 1_826, source: fiveYears },
    'case-closed': { days: 730, ceiling: 1_826, source: fiveYears },
  },
  bases: [
    {
      id: 'ferpa-school-official',
      regime: 'ferpa',
      document: ferpa,
      section: '99.31(a)(1)',
      words: {
        en: 'To school officials who need it for their task; members from outside only where the school has made them such, and only for the assessment.',
        ca: 'A personal del centre que ho necessita per a la seva tasca; a membres de fora només si el centre els hi equipara, i només per a l’avaluació.',
        es: 'A personal del centro que lo necesita para su tarea; a miembros de fuera solo si el centro los equipara, y solo para la evaluación.',
        fr: 'Au personnel de l’école qui en a besoin pour sa tâche ; aux membres extérieurs seulement si l’école les y assimile, et pour la seule évaluation.',
      },
    },
    {
      id: 'ferpa-emergency',
      regime: 'ferpa',
      document: ferpa,
      section: '99.31(a)(10), 99.36',
      isEmergency: true,
      words: {
        en: 'To whoever must know to protect health or safety, while there is a significant threat that can be put into words; the threat and the recipients go on record (99.32(a)(5)).',
        ca: 'A qui ho ha de saber per protegir la salut o la seguretat, mentre hi hagi una amenaça important que es pugui explicar; s’hi deixa constància de l’amenaça i dels destinataris (99.32(a)(5)).',
        es: 'A quien deba saberlo para proteger la salud o la seguridad, mientras haya una amenaza importante que se pueda explicar; constan la amenaza y los destinatarios (99.32(a)(5)).',
        fr: 'À qui doit savoir pour protéger la santé ou la sécurité, tant qu’une menace importante peut être énoncée ; la menace et les destinataires sont consignés (99.32(a)(5)).',
      },
    },
    {
      id: 'ferpa-consent',
      regime: 'ferpa',
      document: ferpa,
      section: '99.30',
      words: {
        en: 'With the signed consent of a parent, or of the student from 18 on.',
        ca: 'Amb el consentiment signat del pare, la mare o el tutor, o de l’alumne a partir dels 18 anys.',
        es: 'Con el consentimiento firmado del padre, la madre o el tutor, o del alumno desde los 18 años.',
        fr: 'Avec le consentement signé d’un parent, ou de l’élève dès 18 ans.',
      },
    },
    {
      id: 'ferpa-police-unit',
      regime: 'ferpa',
      document: ferpa,
      section: '99.8',
      words: {
        en: 'Records that the school’s own police unit made for policing: they are not education records.',
        ca: 'Documents que la unitat policial del centre va fer per a tasques policials: no són expedients acadèmics.',
        es: 'Documentos que la unidad policial del centro hizo para tareas policiales: no son expedientes académicos.',
        fr: 'Documents que l’unité de police de l’école a faits pour sa mission : ce ne sont pas des dossiers scolaires.',
      },
    },
    {
      id: 'hipaa-threat',
      regime: 'hipaa',
      document: hipaa,
      section: '164.512(j)',
      isEmergency: true,
      words: {
        en: 'To somebody able to prevent or lessen a serious and imminent threat to a person or the public, the target among them.',
        ca: 'A qui pugui evitar o reduir una amenaça greu i imminent per a algú o per al públic, inclosa la persona amenaçada.',
        es: 'A quien pueda evitar o reducir una amenaza grave e inminente para alguien o para el público, incluida la persona amenazada.',
        fr: 'À qui peut empêcher ou réduire une menace grave et imminente pour une personne ou le public, la cible comprise.',
      },
    },
    {
      id: 'hipaa-authorization',
      regime: 'hipaa',
      document: hipaa,
      section: '164.508',
      words: {
        en: 'With the patient’s written authorization.',
        ca: 'Amb l’autorització escrita del pacient.',
        es: 'Con la autorización escrita del paciente.',
        fr: 'Avec l’autorisation écrite du patient.',
      },
    },
    {
      id: '28-cfr-23-need-to-know',
      regime: '28-cfr-23',
      document: intelligence,
      section: '23.20(e), (f)(1)',
      words: {
        en: 'To police with a need and a right to know, who keep to the same rules; each dissemination goes on record.',
        ca: 'A policies que en tenen necessitat i dret, i segueixen les mateixes normes; cada difusió queda registrada.',
        es: 'A policías que tienen necesidad y derecho, y siguen las mismas normas; cada difusión queda registrada.',
        fr: 'À des policiers qui en ont le besoin et le droit et suivent les mêmes règles ; chaque communication est consignée.',
      },
    },
    {
      id: '28-cfr-23-imminent-danger',
      regime: '28-cfr-23',
      document: intelligence,
      section: '23.20(f)(2)',
      isEmergency: true,
      words: {
        en: 'An assessment of it, to an official or anybody else, where that is needed to avoid imminent danger to life or property.',
        ca: 'Una valoració, a un càrrec públic o a qualsevol altra persona, quan calgui per evitar un perill imminent per a la vida o els béns.',
        es: 'Una valoración, a un cargo público o a cualquier otra persona, cuando haga falta para evitar un peligro inminente para la vida o los bienes.',
        fr: 'Une appréciation, à un responsable public ou à toute autre personne, s’il le faut pour éviter un danger imminent pour la vie ou les biens.',
      },
    },
    {
      id: 'us-state-law',
      regime: 'us-state-law',
      document: 'State law on threat assessment',
      section: 'such as Florida Rule 6A-1.0019',
      words: {
        en: 'Where the state’s own law on threat assessment says who receives what.',
        ca: 'Quan la llei estatal sobre avaluació d’amenaces diu qui rep què.',
        es: 'Cuando la ley estatal sobre evaluación de amenazas dice quién recibe qué.',
        fr: 'Lorsque la loi de l’État sur l’évaluation des menaces dit qui reçoit quoi.',
      },
    },
  ],
  answering: {
    unit: 'days',
    within: 45,
    further: 0,
    source: { document: ferpa, section: '99.10(b)' },
    words: {
      en: 'For a parent or eligible student who asks to see education records; a correction is answered “within a reasonable time” (99.20), here in as many days. Health providers have their own days (HIPAA, 164.524).',
      ca: 'Per a pares o alumnes amb dret a veure l’expedient acadèmic; una correcció es respon «en un termini raonable» (99.20), aquí en els mateixos dies. Els centres de salut tenen els seus (HIPAA, 164.524).',
      es: 'Para padres o alumnos con derecho a ver el expediente académico; una corrección se responde «en un plazo razonable» (99.20), aquí en los mismos días. Los centros de salud tienen los suyos (HIPAA, 164.524).',
      fr: 'Pour un parent ou un élève en droit de voir le dossier scolaire ; une correction reçoit réponse « dans un délai raisonnable » (99.20), ici sous autant de jours. Les soignants ont leurs propres délais (HIPAA, 164.524).',
    },
  },
  consent: {
    age: 18,
    document: ferpa,
    section: '99.3, 99.5',
    words: {
      en: 'Before 18 a parent consents to the sharing of education records; from then on, or in higher education, the student.',
      ca: 'Abans dels 18 anys consent el pare, la mare o el tutor; des d’aleshores, o a la universitat, l’alumne.',
      es: 'Antes de los 18 años consiente el padre, la madre o el tutor; desde entonces, o en la universidad, el alumno.',
      fr: 'Avant 18 ans, un parent consent au partage du dossier scolaire ; ensuite, ou dans le supérieur, l’élève.',
    },
  },
};
