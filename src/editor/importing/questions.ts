import * as vscode from 'vscode';
import { plainRows } from '../picks';
import type { Role } from '../../engine/transcript/types';
import { roleReason, roleWord } from '../../words/importing';
import { baseName, folderOf } from '../../store/nearest';
import { asking, askOne, inSteps, type Choice, type Left, type Place } from '../study/steps';
import type { Draft, DraftSpeaker } from './draft';

/** What the person decided in the end. */
export interface Decision {
  /** Transcripts that are there with another text are written over. */
  readonly replace: boolean;
}

/** Asks who speaks, where to, and whether to. Null where the person pressed Escape; nothing is written before that. */
export async function askAboutImport(
  draft: Draft,
  study: vscode.Uri | null,
  changed: () => Promise<void>,
): Promise<Decision | null> {
  let replace = false;
  const isAnswered = await inSteps(vscode.l10n.t('Import Transcripts'), () => [
    ...(draft.mayBeOneSession ? [(place: Place) => askWhetherOne(place, draft, changed)] : []),
    ...(draft.speakers.length > 0 ? [(place: Place) => askSpeakers(place, draft, changed)] : []),
    (place) => askFolder(place, draft, study, changed),
    ...(draft.sessions.some(({ place }) => place === 'new' || place === 'other') ||
    draft.beside.files.some(({ isThere }) => !isThere)
      ? [(place: Place) => askWhether(place, draft, (chosen) => (replace = chosen))]
      : []),
  ]);
  return isAnswered ? { replace } : null;
}

/** Of several files in which nobody is named: whether each is what one person said in the same session. */
async function askWhetherOne(place: Place, draft: Draft, changed: () => Promise<void>): Promise<Left> {
  const choices: Choice<boolean>[] = [
    {
      label: vscode.l10n.t('Several Sessions'),
      detail: vscode.l10n.t('Each file becomes a transcript.'),
      value: false,
    },
    {
      label: vscode.l10n.t('One Session'),
      detail: vscode.l10n.t('Each file is what one person said, and is called after that person.'),
      value: true,
    },
  ];
  const question = vscode.l10n.t('Nobody is named in these files. What are they?');
  const left = await askOne(place, question, choices, draft.join, (join) => (draft.join = join));
  if (left === 'answered') await changed();
  return left;
}

interface SpeakerItem extends vscode.QuickPickItem {
  /** Null for the row that goes on. */
  readonly speaker: DraftSpeaker | null;
}

const roles: readonly Role[] = ['therapist', 'client', 'other'];

/** One row for each name over all files: Enter on it goes to the next role, on the first row on to the next question. */
function askSpeakers(place: Place, draft: Draft, changed: () => Promise<void>): Promise<Left> {
  const pick = vscode.window.createQuickPick<SpeakerItem>();
  const show = (active: string | null): void => {
    pick.items = plainRows(speakerItems(draft));
    pick.activeItems = pick.items.filter(({ speaker }) => (speaker?.name ?? null) === active);
  };
  Object.assign(pick, {
    ...place,
    placeholder: vscode.l10n.t('Who is who? Choose a name to change its role.'),
  });
  pick.matchOnDescription = true;
  pick.keepScrollPosition = true;
  show(null);
  return asking(pick, (leave) => [
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (!item) return;
      if (!item.speaker) return leave('answered');
      const { name, role } = item.speaker;
      draft.roles.set(name.toLowerCase(), roles[(roles.indexOf(role) + 1) % roles.length] ?? 'other');
      void changed().then(() => show(name));
    }),
  ]);
}

function speakerItems({ speakers }: Draft): SpeakerItem[] {
  const done: SpeakerItem = {
    label: vscode.l10n.t('These Are Their Roles'),
    iconPath: new vscode.ThemeIcon('check'),
    speaker: null,
    alwaysShow: true,
  };
  return [
    done,
    ...speakers.map((speaker): SpeakerItem => {
      const { name, role, turns, files } = speaker;
      return {
        label: `${name} – ${roleWord(role, vscode.l10n.t)}`,
        iconPath: new vscode.ThemeIcon('person'),
        description: vscode.l10n.t(
          '{0} · turns: {1}, files: {2}',
          roleReason(speaker, vscode.l10n.t),
          turns,
          files,
        ),
        speaker,
      };
    }),
  ];
}

type Where = 'beside' | 'study' | 'other';

/** Beside the originals, into the study, or somewhere else. */
async function askFolder(
  place: Place,
  draft: Draft,
  study: vscode.Uri | null,
  changed: () => Promise<void>,
): Promise<Left> {
  const answer: { where: Where } = { where: 'beside' };
  const choices: Choice<Where>[] = [
    {
      label: vscode.l10n.t('Beside the Originals'),
      description:
        draft.files.length === 1
          ? folderWord(folderOf(draft.files[0]?.uri ?? study ?? vscode.Uri.file('/')))
          : '',
      value: 'beside',
    },
    ...(study
      ? [
          {
            label: vscode.l10n.t('In the Study’s Folder'),
            description: folderWord(study),
            value: 'study' as const,
          },
        ]
      : []),
    { label: vscode.l10n.t('In Another Folder…'), value: 'other' },
  ];
  const left = await askOne(
    place,
    vscode.l10n.t('Where are the transcripts to go?'),
    choices,
    answer.where,
    (value) => (answer.where = value),
  );
  if (left !== 'answered') return left;
  if (answer.where === 'other') {
    const [folder] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        openLabel: vscode.l10n.t('Import Here'),
        ...(study ? { defaultUri: study } : {}),
      })) ?? [];
    if (!folder) return askFolder(place, draft, study, changed);
    draft.folder = folder;
  } else draft.folder = answer.where === 'study' ? study : null;
  await changed();
  return left;
}

function importWords(count: number): string {
  if (count === 0) return vscode.l10n.t('Import What Is New');
  if (count === 1) return vscode.l10n.t('Import One Transcript');
  return vscode.l10n.t('Import {0} Transcripts', count);
}

function folderWord(folder: vscode.Uri): string {
  const shown = vscode.workspace.asRelativePath(folder);
  return shown === folder.path ? baseName(folder) : shown;
}

/** The last question, which names what is there already with another text. */
async function askWhether(place: Place, draft: Draft, take: (replace: boolean) => void): Promise<Left> {
  const count = (which: string): number =>
    draft.sessions.filter(({ place: where }) => where === which).length;
  const others = draft.sessions.filter(({ place: where }) => where === 'other');
  const names = others.map(({ target }) => baseName(target)).join(', ');
  const same = count('same');
  const choices: Choice<boolean>[] = [
    {
      label: importWords(count('new')),
      iconPath: new vscode.ThemeIcon('check'),
      detail: [
        ...(same > 0 ? [vscode.l10n.t('There already with the same text: {0}.', same)] : []),
        ...(others.length > 0
          ? [vscode.l10n.t('There with another text, and left as it is: {0}.', names)]
          : []),
      ].join(' '),
      value: false,
    },
    ...(others.length > 0
      ? [
          {
            label: vscode.l10n.t('Import, and Replace {0} That Are There', others.length),
            iconPath: new vscode.ThemeIcon('replace'),
            detail: vscode.l10n.t('Their text is written over: {0}.', names),
            value: true,
          },
        ]
      : []),
  ];
  return askOne(
    place,
    vscode.l10n.t('Now they are written. Esc leaves everything as it is.'),
    choices,
    false,
    take,
  );
}
