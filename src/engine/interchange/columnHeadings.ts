/** What a column of a table can be taken for. */
export type ColumnRole = 'text' | 'speaker' | 'start' | 'end' | 'notes' | 'number';

/** Headings by what they are used for: English, German, and what programs and people of other languages write. No accents. */
const headings: Readonly<Record<ColumnRole, string>> = {
  text: `text transcript transcription transkript content inhalt utterance utterances außerung außerungen aussage sagt
    says said speech wortlaut message annotation sentence satz texte texto testo tekst tekstas transcripcion trascrizione value`,
  speaker: `speaker speakers sprecher sprecherin sprecherinnen name who wer person participant teilnehmer teilnehmerin
    tier role rolle label author locuteur locutrice intervenant hablante orador parlante falante spreker talare`,
  start: `start in begin beginn beginning anfang from von ab onset tmin xmin debut inicio inizio time timestamp zeit zeitmarke
    timecode heure hora tempo`,
  end: 'end out to bis ende offset tmax xmax stop fin fine fim einde slut',
  notes: `notes note comment comments remark remarks notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar
    kommentare commentaire commentaires notas nota comentario comentarios`,
  number: 'line no nr number zeile nummer id index duration dauer confidence turn row',
};

const roleOf = new Map(
  Object.entries(headings).flatMap(([role, words]) =>
    words.split(/\s+/).map((word) => [word, role] as const),
  ),
);

/** Words that say more of a heading without which it means the same: `Begin Time - hh:mm:ss.ms`, `speaker_name`. */
const fillers = new Set(
  'time times zeit name stamp ms msec msecs milliseconds millisekunden sec secs seconds sekunden s hh mm ss h m'.split(
    ' ',
  ),
);

/** What a heading says its column is; null for one that says nothing we know. */
export function roleByHeading(heading: string): ColumnRole | null {
  const words = wordsOf(heading);
  const telling = words.filter((word) => !fillers.has(word));
  const [word, ...more] = telling.length > 0 ? telling : words;
  const role = more.length === 0 && word !== undefined ? roleOf.get(word) : undefined;
  return isRole(role) ? role : null;
}

/** Whether a heading says that its times are milliseconds. */
export function isInMilliseconds(heading: string): boolean {
  const words = wordsOf(heading);
  return (
    !words.includes('ss') && words.some((word) => /^(?:ms|msecs?|milliseconds|millisekunden)$/.test(word))
  );
}

function wordsOf(heading: string): string[] {
  const plain = heading.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').normalize('NFD');
  return (
    plain
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

function isRole(role: string | undefined): role is ColumnRole {
  return role !== undefined && Object.hasOwn(headings, role);
}
