import { sha256 } from '@noble/hashes/sha2.js';
import type { Export, ExportedStudy } from '../engine/interchange/exported';
import { exportFormats, type ExportFormat } from '../engine/interchange/exportFormats';
import type { TableOptions } from '../engine/interchange/tables/table';
import { codedSessions } from '../engine/interchange/tables/codedSessions';
import { sharedLosses } from '../engine/interchange/tables/tableLosses';
import { contents } from './contents';
import { sessionName } from './facts';
import type { Page, ReportOptions } from './page';
import { Palette } from './palette';
import { readingHelp } from './reading';
import { sessionArticle, type ReportedSession } from './session';
import { styles } from './styles';
import { xhtml, type Markup } from './xhtml';

/** All forms of export, in the order in which they are offered. */
export function allFormats(options: ReportOptions): readonly ExportFormat[] {
  return [...exportFormats, reportFormat(options)];
}

function reportFormat(options: ReportOptions): ExportFormat {
  return {
    id: 'html',
    endings: ['html', 'htm'],
    needsText: false,
    mayHaveText: true,
    hasReviews: true,
    hasFigures: true,
    write: (study, chosen) => reportOf(study, chosen, options),
  };
}

/**
 * Sessions with their coding as one page for people without the extension: it needs no script, no network and no font, and may
 * be printed. The same study and options give the same bytes.
 */
export function reportOf(study: ExportedStudy, chosen: TableOptions, options: ReportOptions): Export {
  const { text, name, origin, leftOut = [] } = chosen;
  const coded = codedSessions(study);
  const palette = new Palette(study.sessions);
  const page: Page = { ...options, text, palette, study: study.study };
  const sessions = study.sessions.map((session, index): ReportedSession => ({
    id: `s${index + 1}`,
    session,
    codings: coded.filter((each) => each.session === session),
  }));
  // With text, memos and comments are in it.
  const losses = sharedLosses(study, coded, chosen).filter(({ code }) => code !== 'memos');
  const body = xhtml`${heading(study, sessions, page)}
<main>
${contents(sessions, page)}
${sessions.map((each) => sessionArticle(each, page))}
</main>
${readingHelp([...leftOut, ...losses], origin, page)}`;
  const title = titleOf(study, sessions, page);
  return { files: [{ name, content: documentOf(title, body, page) }], losses };
}

function titleOf({ name }: ExportedStudy, sessions: readonly ReportedSession[], page: Page): string {
  const [only, second] = sessions;
  return only && !second ? `${name}: ${sessionName(only.session, page)}` : name;
}

function heading({ name }: ExportedStudy, sessions: readonly ReportedSession[], page: Page): Markup {
  const { l10n, text, made } = page;
  const about = [
    ...(sessions.length > 1 ? [l10n.t('sessions: {0}', sessions.length)] : []),
    text
      ? l10n.t('with the text of the sessions: keep it as safe as the transcripts')
      : l10n.t('without text'),
    ...(made === null ? [] : [l10n.t('made on {0}', made)]),
  ];
  return xhtml`<header><p class="kind">${l10n.t('Report on the therapeutic alliance')}</p>
<h1>${name}</h1>
<p class="quiet">${about.join(' · ')}</p></header>`;
}

/** Its one stylesheet is allowed by its hash; anything else that a page could load or run is forbidden. */
function documentOf(title: string, body: Markup, { language, palette }: Page): string {
  const css = `\n${styles}\n${palette.css()}\n`;
  const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(css))));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const head = xhtml`<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>${title}</title>
`;
  return `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}">
${head.toString()}<style>${css}</style>
</head>
<body>
${body.toString()}
</body>
</html>
`;
}
