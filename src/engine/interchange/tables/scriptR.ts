import type { TableHead, TableOptions, Variable } from './table';

/** The annotations in R: factors in the codebook's order, and a few figures to begin with. */
export function longScript(table: TableHead, options: TableOptions): string {
  return scriptOf(table, options, [
    '# Annotations by code and coder',
    'counts <- table(code = droplevels(d$code), coder = d$coder)',
    'print(counts)',
    '',
    '# Ruptures: episodes with a rupture in this session. An episode that only goes on here is not among them.',
    'isRupture <- d$kind %in% c("withdrawal", "confrontation", "rupture") & !is.na(d$episode)',
    'ruptures <- unique(d[isRupture, c("case", "session", "transcript", "coder", "episode")])',
    'perSession <- aggregate(list(ruptures = ruptures$episode), ruptures[c("transcript", "coder")], length)',
    'print(perSession)',
    '',
    '# Those that were met with an attempt at repair. Whether they were repaired, the wide table says.',
    'attempts <- unique(d[d$kind %in% "attempt", c("transcript", "coder", "episode")])',
    'answered <- merge(ruptures, attempts)',
    'shareAnswered <- nrow(answered) / nrow(ruptures)',
    'print(shareAnswered)',
  ]);
}

/** Units by codes in R. */
export function unitsScript(table: TableHead, options: TableOptions, coders: readonly string[]): string {
  return scriptOf(table, options, [
    `coders <- ${vectorOf(coders)}`,
    '',
    '# Units with each code, by coder, and how many units each judged',
    'counts <- aggregate(d[coders], list(code = droplevels(d$code)), sum, na.rm = TRUE)',
    'print(counts)',
    'judged <- colSums(!is.na(unique(d[c("transcript", "unit", coders)])[coders]))',
    '',
    '# Share of units in which all coders agree, of those that all judged, by code',
    'complete <- d[stats::complete.cases(d[coders]), ]',
    'same <- apply(complete[coders], 1, function(row) length(unique(row)) == 1)',
    'if (nrow(complete) > 0 && length(coders) > 1) {',
    '  agreement <- aggregate(list(agreement = same), list(code = droplevels(complete$code)), mean)',
    '  print(agreement)',
    '}',
  ]);
}

/** Sessions in R. */
export function wideScript(table: TableHead, options: TableOptions): string {
  return scriptOf(table, options, [
    '# Ruptures and how they ended, by session and coder',
    'print(d[c("case", "session", "coder", "ep_n", "ep_open")])',
    '',
    '# Share of ruptures that were repaired (resolution 4 or 5), by coder',
    'episodes <- tapply(d$ep_n, d$coder, sum, na.rm = TRUE)',
    'open <- tapply(d$ep_open, d$coder, sum, na.rm = TRUE)',
    'shareRepaired <- (episodes - open) / episodes',
    'print(shareRepaired)',
  ]);
}

function scriptOf(table: TableHead, { name, origin }: TableOptions, figures: readonly string[]): string {
  const { about, columns, missing = [] } = table;
  const classes = columns.map(({ type }) => (type === 'text' ? text('character') : 'NA'));
  const lines = [
    `# ${oneLine(origin)}: reads ${oneLine(name)}, ${about}.`,
    '# The file that ends in dictionary.csv says what every column means. Run this in the folder of the file.',
    '# The next export writes this script anew: copy it before you change it.',
    '',
    '# By position, since a byte order mark belongs to the first name for R. Text stays text: a case 007 is no number.',
    `classes <- c(${classes.join(', ')})`,
    `d <- read.csv(${text(name)}, encoding = "UTF-8", check.names = FALSE, colClasses = classes,`,
    `  na.strings = ${vectorOf(['', ...missing.map(String)])})`,
    `names(d)[1] <- ${text(columns[0]?.name ?? '')}`,
    '',
    ...columns.flatMap(factorOf),
    '',
    ...figures,
  ];
  return `${lines.join('\n')}\n`;
}

function factorOf({ name, type, values = [], nominal }: Variable): string[] {
  if (values.length === 0 || (type !== 'text' && !nominal)) return [];
  const levels = vectorOf(values.map(([value]) => value));
  const labels = nominal ? `, labels = ${vectorOf(values.map(([, label]) => label))}` : '';
  return [`d$${name} <- factor(d$${name}, levels = ${levels}${labels})`];
}

function vectorOf(values: readonly (string | number)[]): string {
  return `c(${values.map((value) => (typeof value === 'number' ? String(value) : text(value))).join(', ')})`;
}

/** A string of R: JSON's escapes are R's, but R has no character 0 and no halves of pairs. */
function text(value: string): string {
  return JSON.stringify(oneLine(value));
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ');
}
