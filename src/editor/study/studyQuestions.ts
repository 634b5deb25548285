import * as vscode from 'vscode';
import { codersFromNames, isPersonId } from '../../engine/study/coderId';
import type { CoderEntry } from '../../engine/study/editStudy';
import type { FoundLabel } from '../../engine/study/labelsFound';
import type { Role } from '../../engine/transcript/types';
import { askMany, askOne, askText, inSteps, type Place, type Question } from './steps';

/** What has been answered so far. */
export interface Draft {
  title: string;
  /** As typed: names with commas between. */
  names: string;
  supervisors: ReadonlySet<string>;
  blind: boolean;
  /** The study gets a codebook file of its own. */
  ownCodebook: boolean;
  /** By label; null for one that is no speaker. */
  readonly roles: Map<string, Role | null>;
}

/** What the folder tells, so that it need not be asked. */
export interface Ground {
  readonly unsettled: readonly FoundLabel[];
  /** A codebook file counts here already. */
  readonly hasCodebook: boolean;
}

/** Asks what a study file has to say. False where the person pressed Escape. */
export function askAboutStudy(draft: Draft, { unsettled, hasCodebook }: Ground): Promise<boolean> {
  return inSteps(vscode.l10n.t('Set Up Study'), () => [
    (place) => askTitle(place, draft),
    (place) => askCoders(place, draft),
    ...(codersFromNames(draft.names).length > 1 ? [(place: Place) => askSupervisors(place, draft)] : []),
    (place) => askBlind(place, draft),
    ...(hasCodebook ? [] : [(place: Place) => askCodebook(place, draft)]),
    ...roleQuestions(unsettled, draft.roles),
  ]);
}

/** Asks for the roles of labels that nothing settles, one by one. False where the person pressed Escape. */
export function askRoles(
  unsettled: readonly FoundLabel[],
  roles: Map<string, Role | null>,
): Promise<boolean> {
  return inSteps(vscode.l10n.t('Who Speaks?'), () => roleQuestions(unsettled, roles));
}

/** The coders of a draft with their roles. */
export function codersOf({ names, supervisors }: Draft): readonly CoderEntry[] {
  return codersFromNames(names).map(({ id, name }) => ({
    id,
    name: name ?? null,
    role: supervisors.has(id) ? 'supervisor' : 'coder',
  }));
}

function askTitle(place: Place, draft: Draft): ReturnType<Question> {
  const question = {
    prompt: vscode.l10n.t('What is the study called?'),
    value: draft.title,
    placeholder: vscode.l10n.t('Title of the study'),
    validate: () => null,
  };
  return askText(place, question, (title) => (draft.title = title));
}

function askCoders(place: Place, draft: Draft): ReturnType<Question> {
  const question = {
    prompt: vscode.l10n.t('Who codes or supervises? Names with commas between. More can be added later.'),
    value: draft.names,
    placeholder: vscode.l10n.t('Alice M., Bob K., Dana R.'),
    validate: sayIds,
  };
  return askText(place, question, (names) => (draft.names = names));
}

/** The ids that names become, or which name cannot be one. */
function sayIds(names: string): string | vscode.InputBoxValidationMessage | null {
  const coders = codersFromNames(names);
  const ids = coders.map(({ id }) => id);
  const none = coders.find(({ id }) => !isPersonId(id));
  if (none) {
    return vscode.l10n.t(
      '“{0}” gives no id for file names. Write it with Latin letters or digits.',
      none.typed,
    );
  }
  const twice = coders.find(({ id }, at) => ids.indexOf(id) < at);
  if (twice)
    return vscode.l10n.t('“{0}” would have the id {1} as well. Tell the two apart.', twice.typed, twice.id);
  if (ids.length === 0) return null;
  const message = vscode.l10n.t('In the names of their files: {0}', ids.join(', '));
  return { message, severity: vscode.InputBoxValidationSeverity.Info };
}

function askSupervisors(place: Place, draft: Draft): ReturnType<Question> {
  const choices = codersFromNames(draft.names).map(({ id, typed }) => ({
    label: typed,
    description: typed === id ? '' : id,
    value: id,
  }));
  return askMany(
    place,
    vscode.l10n.t('Who of them supervises? Enter with none ticked: nobody'),
    choices,
    draft.supervisors,
    (ids) => (draft.supervisors = ids),
  );
}

function askBlind(place: Place, draft: Draft): ReturnType<Question> {
  return askOne(
    place,
    vscode.l10n.t('May coders see each other’s work?'),
    [
      {
        label: vscode.l10n.t('Blind'),
        description: vscode.l10n.t('recommended for agreement'),
        detail: vscode.l10n.t(
          'Another’s coding shows when both have released the session; supervisors see released work.',
        ),
        value: true,
      },
      {
        label: vscode.l10n.t('Not Blind'),
        detail: vscode.l10n.t('Everybody sees everybody’s coding at once.'),
        value: false,
      },
    ],
    draft.blind,
    (blind) => (draft.blind = blind),
  );
}

function askCodebook(place: Place, draft: Draft): ReturnType<Question> {
  return askOne(
    place,
    vscode.l10n.t('Which codebook?'),
    [
      {
        label: vscode.l10n.t('Built-in Codebook'),
        detail: vscode.l10n.t('Bond, goal and task consensus, rupture, repair, history, context.'),
        value: false,
      },
      {
        label: vscode.l10n.t('Own Copy'),
        description: 'alliance.codebook.yaml',
        detail: vscode.l10n.t('The built-in codes as a file of the study, to be changed and extended.'),
        value: true,
      },
    ],
    draft.ownCodebook,
    (own) => (draft.ownCodebook = own),
  );
}

function roleQuestions(
  unsettled: readonly FoundLabel[],
  roles: Map<string, Role | null>,
): readonly Question[] {
  return unsettled.map((found) => (place) => askRole(place, found, roles));
}

function askRole(place: Place, found: FoundLabel, roles: Map<string, Role | null>): ReturnType<Question> {
  const { label, lines, transcripts } = found;
  return askOne<Role | null>(
    place,
    transcripts === 1
      ? vscode.l10n.t('Who is “{0}”? It begins {1} lines of one session.', label, lines)
      : vscode.l10n.t('Who is “{0}”? It begins {1} lines of {2} sessions.', label, lines, transcripts),
    [
      { label: vscode.l10n.t('Therapist'), value: 'therapist' },
      { label: vscode.l10n.t('Client'), value: 'client' },
      {
        label: vscode.l10n.t('Somebody Else'),
        detail: vscode.l10n.t('A relative, an observer, …'),
        value: 'other',
      },
      {
        label: vscode.l10n.t('Nobody'),
        detail: vscode.l10n.t('It is text, and begins no turn.'),
        value: null,
      },
    ],
    roles.get(label) ?? (roles.has(label) ? null : 'other'),
    (role) => roles.set(label, role),
  );
}
