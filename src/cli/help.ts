import { agreementPage } from './agreementCall';
import { statsPage } from './statsCall';

export const commands = [
  'agreement',
  'check',
  'export',
  'import',
  'reanchor',
  'stats',
  'trajectory',
] as const;

export type Command = (typeof commands)[number];

const general = `Alliance Coder: session transcripts coded for the therapeutic alliance, from the command line.

  alliance check PATH                        what is wrong in transcripts, annotation files, codebook, study
  alliance agreement PATH --coders A,B       how far coders agree, code by code, with intervals and disagreements
  alliance stats MATRIX.csv --level LEVEL    every coefficient of agreement of one matrix of ratings
  alliance import FILE… [--out DIR …]        transcripts made of files of other programs
  alliance reanchor PATH [--write …]         where every annotation is in a text that changed
  alliance trajectory PATH [--coder C]       ruptures, repairs and figures of every coded session and case
  alliance export PATH --format F --out FILE what was coded, for R, SPSS and other programs
  alliance help COMMAND                      more on one of them, with examples

PATH is a transcript or a folder. With --json, one JSON document is printed.
Messages go to stderr. Exit status: 0 fine, 1 findings, 2 bad input or usage. Only “export”, “import --out”
and “reanchor --write” write files.
`;

const pages: Readonly<Record<Command, string>> = {
  agreement: agreementPage,
  stats: statsPage,
  check: `alliance check PATH [--json]

Reads a transcript, or all transcripts of a folder and the folders below, with their annotation files, codebook and study
file, and prints a line for each thing that is wrong:

  FILE:LINE:COLUMN SEVERITY CODE MESSAGE

Columns count characters from 1. The severity is error, warning or info. No words of a transcript are printed.

Examples
  alliance check .                           the study you are in
  alliance check c017/session-04.transcript  one transcript and the files about it
  alliance check . --json > check.json       for a script

Exit status: 0 without errors, 1 with errors, 2 where something could not be read from disk.
`,
  import: `alliance import FILE… [--out DIR] [--role LABEL=ROLE]… [--join] [--replace] [--json]

Reads transcripts of other programs, by what is in them and not by their name, and makes session transcripts of them. A FILE
may also be a folder, which means the files in it and below that can be read, or a pattern such as "*.vtt". The files
themselves are never changed.

Without --out nothing is written: it says what each file would come to, or gives the text with --json. With --out DIR,
DIR/NAME.transcript is written. One that is there already is left alone: with the same text it is fine, with another one it
is said, and --replace writes over it.

--role LABEL=therapist (client, other) says who is who, as often as needed. Without it, roles are taken from the file or from
usual names (T, Client, Dr. …); who is only guessed by their questions is named, and has the role "other".
--join makes one session of all FILEs, in the order of their times: the recordings of each person, who is called after the
file where nobody is named in it.

Nothing is dropped: what could not be read, and comments in a document, stand in the transcript as lines that begin with #.

Examples
  alliance import session-01.vtt                              a look at what it would come to
  alliance import zoom --out study/c017 --role "Dana Lee=therapist" --role "Sam=client"
  alliance import s1_dana.srt s1_sam.srt --join --out study   two recordings of one session
  alliance import "recordings/*.docx" --out study --json      for a script

Exit status: 0 fine; 1 where a transcript is there with another text, or a --role names nobody; 2 where a file could not be
read or written. The others are imported all the same.
`,
  reanchor: `alliance reanchor PATH [--coder C] [--json]
alliance reanchor PATH --write --coder C [--json]
alliance reanchor PATH --write --all --by C [--yes] [--json]

Looks for every annotation in its transcript as that is now, and prints a line for each that is not found for certain:

  FILE ID STATE, TURN (METHOD, CONFIDENCE): “WORDS CODED” now “WORDS THERE”

States: exact; moved, its words stand elsewhere; changed, most of them stand there; ambiguous, several places are equally
good; orphan, there is none. The lines hold words of the transcript. Nothing is written without --write.

--write takes files over to the text as it is now, as the editor does: what is exact stands there; the rest is marked to be
confirmed, or keeps its words without a place. --coder C writes C's own files. --all writes everybody's, after a question
that names them (--yes answers it), and their log says that the coder of --by did it. A released file is sealed anew where
everything is exact, and else left as it is.

Examples
  alliance reanchor .                                  what became of all annotations
  alliance reanchor c017/session-04.transcript --json  one transcript, for a script
  alliance reanchor . --write --coder alice            Alice's files go over to the changed texts
  alliance reanchor . --write --all --by dana          everybody's files, by Dana

Exit status: 0 where all are exact; 1 where some are not, or a file had to be left; 2 where something could not be read or
written, or nobody agreed to it.
`,
  trajectory: `alliance trajectory PATH [--coder C] [--json]

Computes, for every coded session, episodes of rupture and repair, segments, figures with their n, and curves, and puts
sessions together into cases. Without --coder, every coder and the consensus; a supervisor's file only by --coder.

A coding whose transcript has changed since, and of which not everything is found in it for certain (alliance reanchor), is
left out, named on stderr and listed under "excluded".

Examples
  alliance trajectory .                          every session, to read
  alliance trajectory . --coder alice --json     one coder, for R or Python
  alliance trajectory c017/session-04.transcript

Exit status: 0 fine; 1 where a coding was left out, or a file that was used has errors (alliance check says more);
2 where something could not be read.
`,
  export: `alliance export PATH --format FORMAT --out FILE [--text] [--case CASE] [--coder C] [--unit U] [--json]

Writes what was coded in another form, says which files it wrote, and on stderr what that form cannot carry.

  csv-long    one row for each annotation: R, mixed models, sequences
  csv-units   one row for each unit and code, 0 or 1 for every coder: agreement elsewhere (--unit turn or segment)
  csv-wide    one row for each case, session and coder: SPSS; beside it one for each case and coder
  csv-pygamma passages for γ by pygamma-agreement: a file for each session, without a line of names
  qdpx        transcripts with their codings for NVivo, ATLAS.ti, MAXQDA, QualCoder; needs --text
  qdc         the codebook for the same programs
  jsonld      W3C Web Annotations
  html        a report to read and print, for people without the extension

Beside a table stand a dictionary of its columns, a manifest, and a script that reads it in R; beside csv-wide one for SPSS,
too. They take their names from FILE: study.csv, study.dictionary.csv, study.manifest.json, study.read.R. Files of these
names are replaced, so that a call can be made again; all are written, or none.

No words of a session or of a coder (quotes, notes) are in an export without --text. --case takes the sessions of one case,
--coder the files of one coder; without it, everybody's but a supervisor's.

Examples
  alliance export . --format csv-long --out study.csv                     the study you are in, for R
  alliance export . --format csv-wide --out spss/study.csv --json         for SPSS, in a script
  alliance export . --format csv-units --unit segment --out units.csv
  alliance export . --format jsonld --case C017 --text --out c017.jsonld  one case, with its words
  alliance export s04.transcript --format html --text --out s04.html      a session with its coding, to print

Exit status: 0 fine; 1 where annotations without a certain place (alliance reanchor) or codings were left out, or a file that
was used has errors (alliance check says more); 2 where something could not be read or written. Of what could be read, the
export is written all the same.
`,
};

/** What `--help` prints, of the program or of one command. */
export function helpText(command: Command | null): string {
  return command === null ? general : pages[command];
}

export function isCommand(word: string | undefined): word is Command {
  return commands.some((command) => command === word);
}
