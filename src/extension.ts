import * as vscode from 'vscode';
import { Adjudication } from './editor/adjudication/adjudication';
import { registerAdjudication } from './editor/adjudication/registerAdjudication';
import { Acting } from './editor/coding/acting';
import { CodingMode } from './editor/codingMode/codingMode';
import { ChangedTexts } from './editor/coding/changedText';
import { registerChanging } from './editor/coding/changing';
import { CoderQuestion, registerChoosing } from './editor/coding/chooseCoder';
import type { Runtime } from './editor/commandLine/call';
import { registerCopyingCommandLine } from './editor/commandLine/copyCommandLine';
import { Decorations } from './editor/drawing/decorations';
import { registerConfirming } from './editor/coding/confirming';
import { registerContextKeys } from './editor/contextKeys';
import { registerExporting } from './editor/exporting/exportCommand';
import { registerCreatingCodebook } from './editor/files/createCodebook';
import { registerOpeningCodebook } from './editor/files/openCodebook';
import { registerFindingHome } from './editor/files/findHome';
import { registerFollowingMoves } from './editor/files/followMoves';
import { LooseNotice } from './editor/files/looseNotice';
import { registerFiles } from './editor/files/registerFiles';
import { RemoteNotice } from './editor/files/remoteNotice';
import { TakingAlong } from './editor/files/takingAlong';
import { registerIdentifiers } from './editor/identifiers/registerIdentifiers';
import { KeyModes } from './editor/keyModes';
import { Labelling } from './editor/labelling/labelling';
import { registerLanguageFeatures } from './editor/language/languageFeatures';
import { registerLightbulb } from './editor/coding/lightbulb';
import { registerLinking } from './editor/coding/linking';
import { registerCarryingOver } from './editor/coding/carryingOver';
import { registerRatingSession } from './editor/coding/ratingSession';
import { registerRecodingAll } from './editor/coding/recodingAll';
import { registerImporting } from './editor/importing/registerImporting';
import { registerMasking } from './editor/masking/maskName';
import { registerMemos } from './editor/memos/commands';
import { MemoMarks } from './editor/memos/marks';
import { Pages } from './editor/memos/pages';
import { registerMerging } from './editor/merging/registerMerging';
import { registerMoving } from './editor/coding/moving';
import { registerPassageHover } from './editor/coding/passageHover';
import { CommentBoard } from './editor/reviewing/board';
import { registerCommenting } from './editor/reviewing/commenting';
import { ReviewNotice } from './editor/reviewing/reviewNotice';
import { registerReviewing } from './editor/reviewing/reviewing';
import { registerLookingAnyway } from './editor/coding/lookingAnyway';
import { registerReleasing } from './editor/coding/releasing';
import { StatusBar } from './editor/statusBar';
import { registerTagging } from './editor/coding/tagging';
import { registerUndoing } from './editor/coding/undoing';
import { registerAddingSessions } from './editor/study/addSessions';
import { registerSample } from './editor/study/createSample';
import { registerDrawingPlan } from './editor/study/drawPlan';
import { registerGettingStarted } from './editor/study/gettingStarted';
import { registerOpeningAsTranscript } from './editor/study/openAsTranscript';
import { registerSettingUp } from './editor/study/setUpStudy';
import { Codings } from './store/codings';
import { EarlierSessions } from './store/earlierSessions';
import { Identities } from './store/identity';
import { personDisk } from './store/personDisk';
import { PersonFiles } from './store/personFiles';
import { StudyIndex } from './store/studyIndex';
import { StudyMemory } from './store/studyMemory';
import { StudyFiles } from './store/studyFiles';
import { TextTranscripts } from './store/textTranscripts';
import { Transcripts } from './store/transcripts';
import { FileWatch } from './store/watching';
import type { FileWriter } from './store/writer';
import { registerAgreement } from './views/agreement/commands';
import { AnnotationsTree } from './views/annotationsTree';
import { CasePage } from './views/case/casePage';
import { registerCaseCommands } from './views/case/commands';
import { registerTakingCase } from './views/case/taking';
import { registerCaseTable } from './views/caseTable/commands';
import { CaseTableView } from './views/caseTable/view';
import { CodebookTree } from './views/codebook/tree';
import { DisagreementsTree } from './views/disagreements';
import { registerRetrieve } from './views/retrieve/registerRetrieve';
import { TranscriptBadges } from './views/study/badges';
import { registerStudyCommands } from './views/study/commands';
import { StudyTree } from './views/study/tree';
import { Choices } from './views/trajectory/choices';
import { registerTaking } from './views/trajectory/taking';
import { TrajectoryView } from './views/trajectory/view';

/** Everything the extension is, in the order it is built: the text, who codes, the codings, what acts on them, what shows them. */
export function start(context: vscode.ExtensionContext, write: FileWriter, runtime: Runtime | null): void {
  const log = vscode.window.createOutputChannel('Alliance Coder', { log: true });
  const transcripts = new Transcripts();
  const identities = new Identities(context);
  const disk = personDisk(write);
  const files = new PersonFiles(disk);
  const watch = new FileWatch();
  const codings = new Codings(transcripts, identities, files, watch);
  const studyFiles = new StudyFiles(write);
  const texts = new TextTranscripts(context.workspaceState, studyFiles);
  const memory = new StudyMemory(context.storageUri, versionOf(context));
  const study = new StudyIndex({ transcripts, codings, identities, files, watch, texts, memory });
  const question = new CoderQuestion(identities, studyFiles);
  const choices = new Choices();
  const acting = new Acting(codings, question);

  const modes = new KeyModes();
  const adjudication = new Adjudication(codings);
  const forConsensus = new Acting(codings, question, 'consensus');
  const pages = new Pages(acting);
  const board = new CommentBoard(transcripts, codings, identities);
  const taking = new TakingAlong(files, codings, identities, question);
  const casePage = new CasePage({ codings, choices, study, memory: context.workspaceState, log });
  const earlier = new EarlierSessions(codings, study);
  const shared = { extension: context.extensionUri, codings, choices, casePage, earlier, log };
  const trajectory = new TrajectoryView(shared, transcripts);
  const finding = { files, identities, index: study, taking };

  context.subscriptions.push(
    log,
    transcripts,
    identities,
    watch,
    codings,
    memory,
    study,
    texts,
    acting,
    registerLanguageFeatures(transcripts, codings),
    registerTagging(acting),
    pages,
    registerChanging(acting, pages),
    registerMemos(acting, pages),
    new MemoMarks(codings),
    board,
    registerCommenting(acting, board),
    registerReviewing(acting, identities),
    new ReviewNotice(codings, context.workspaceState),
    registerLinking(acting),
    registerRatingSession(acting),
    registerCarryingOver(acting, earlier),
    registerRecodingAll(acting, study),
    registerMasking(acting, study, files),
    registerIdentifiers({ transcripts, codings, index: study, studies: studyFiles, watch }),
    registerExporting(codings, study, question, write),
    registerUndoing(acting),
    registerConfirming(acting),
    new ChangedTexts(transcripts, codings),
    registerReleasing(acting),
    registerLookingAnyway(acting),
    registerMerging(acting, disk),
    registerMoving(acting),
    registerChoosing(question, identities, codings, study),
    registerSettingUp(studyFiles, texts),
    registerOpeningCodebook(codings),
    registerCreatingCodebook(codings, studyFiles),
    registerAddingSessions(studyFiles, texts),
    registerDrawingPlan(studyFiles, study),
    registerOpeningAsTranscript(studyFiles, texts),
    registerImporting(acting, studyFiles, write),
    registerCopyingCommandLine({
      extension: context.extensionUri,
      runtime,
      transcripts,
      studies: studyFiles,
    }),
    new CodingMode(transcripts, acting, modes),
    new Labelling(transcripts, codings, modes),
    registerLightbulb(codings),
    registerAdjudication(adjudication, forConsensus, question, modes),
    new DisagreementsTree(transcripts, adjudication),
    registerPassageHover(codings, (coded, position) => adjudication.isShownAt(coded, position)),
    new Decorations(codings),
    registerFiles(context.extensionUri, transcripts, codings, identities, study),
    registerFollowingMoves({ files, studies: studyFiles, texts, identities, taking }),
    registerFindingHome(finding),
    new LooseNotice(finding),
    new RemoteNotice(transcripts, context.workspaceState),
    new StatusBar(transcripts, codings, identities),
    new AnnotationsTree(transcripts, codings),
    new CodebookTree(transcripts, codings),
    choices,
    casePage,
    earlier,
    registerCaseCommands(casePage, study),
    registerCaseTable(new CaseTableView({ ...shared, study }), study),
    trajectory,
    registerTaking({ codings, choices, earlier, view: trajectory }),
    registerTakingCase({ page: casePage, study, view: trajectory }),
    registerRetrieve(codings, study, identities),
    registerAgreement(context.extensionUri, { codings, study, identities, log }),
    new StudyTree(study, identities, transcripts),
    new TranscriptBadges(study, identities),
    registerStudyCommands(study, identities),
    registerGettingStarted(),
    registerSample(context),
    registerContextKeys(transcripts, codings, identities),
  );
}

/** Part of what is remembered: another version may read the same file in another way. */
function versionOf({ extension: { packageJSON } }: vscode.ExtensionContext): string {
  const manifest: unknown = packageJSON;
  return typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '';
}
