import * as vscode from 'vscode';
import { labelOf } from '../editor/reviewing/threadView';
import type { Sight } from '../engine/study/blinding';
import type { CodedTranscript } from '../store/codedTranscript';
import { threadsIn, type ShownThread } from '../store/threads';

/** The threads a person should look at: their words changed, or are no more. `shown` is what menu commands take as their argument. */
export interface ThreadNode {
  readonly kind: 'thread';
  readonly label: string;
  readonly isOwn: boolean;
  readonly shown: ShownThread;
}

/** Those on words of their own that are not certain; on an annotation, they are where it is, which is listed itself. */
export function threadsToPlace(coded: CodedTranscript): ThreadNode[] {
  const me = coded.ownCoding?.coder;
  return threadsIn(coded)
    .filter(({ thread: { subject }, state }) =>
      subject.kind === 'passage' ? state !== 'certain' : subject.kind === 'gone',
    )
    .map((shown): ThreadNode => {
      const { subject } = shown.thread;
      const isOwn = subject.kind === 'passage' && subject.coder === me;
      return { kind: 'thread', label: labelOf(coded, shown), isOwn, shown };
    });
}

export function threadTreeItem({ label, isOwn, shown }: ThreadNode, { nameOf }: Sight): vscode.TreeItem {
  const { key, remarks } = shown.thread;
  const [{ coder: id, comment }] = remarks;
  const coder = nameOf(id);
  const words = comment.text.replaceAll(/\s+/g, ' ').trim();
  const item = new vscode.TreeItem(words.slice(0, 90));
  item.id = `thread ${key}`;
  item.description = `${label} · ${coder}`;
  item.iconPath = new vscode.ThemeIcon('comment-unresolved');
  item.tooltip = [label, ...remarks.map((remark) => `${nameOf(remark.coder)}: ${remark.comment.text}`)].join(
    '\n\n',
  );
  item.contextValue = ['thread', isOwn ? 'misplaced' : '', isOwn && shown.range ? 'unconfirmed' : '']
    .filter(Boolean)
    .join(' ');
  item.accessibilityInformation = { label: [vscode.l10n.t('Comment'), label, coder, words].join(', ') };
  item.command = {
    command: 'alliance.goToThread',
    title: vscode.l10n.t('Go to Thread'),
    arguments: [{ id: key }],
  };
  return item;
}
