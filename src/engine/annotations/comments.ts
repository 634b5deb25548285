import type { Turn } from '../transcript/types';
import { nothing } from './acts';
import type { Step } from './change';
import { put, remove } from './edit';
import { find, type AnnotationFile } from './file';
import { describe } from './quote';
import type { Comment, LogEntry } from './types';
import type { At } from '../transcript/at';

/** What people say to each other about a transcript: each act is one step in the file of whoever does it. */

/** What a new comment is about: an annotation or another comment by its key (`CODER/ID`), or words of the text. */
export type CommentOn = { readonly about: string } | { readonly reply_to: string } | { readonly at: At };

export function addComment(
  file: AnnotationFile,
  turns: readonly Turn[],
  on: CommentOn,
  said: Required<Pick<Comment, 'id' | 'text'>> & { readonly created: string },
): Step {
  if (!('at' in on)) return put(file, 'comments', { ...said, ...on });
  const { speaker: _, ...words } = describe(turns, on.at) ?? { speaker: '' };
  return put(file, 'comments', { ...said, ...on, ...words });
}

export function editComment(file: AnnotationFile, id: string, text: string): Step {
  const comment = find(file, 'comments', id);
  return comment ? put(file, 'comments', { ...comment, text }) : nothing(file);
}

export function deleteComment(file: AnnotationFile, id: string): Step {
  return find(file, 'comments', id) ? remove(file, 'comments', id) : nothing(file);
}

/** Writes what became of a thread, or of somebody's session, into the log of whoever says so. */
export function noteEvent(file: AnnotationFile, event: LogEntry): Step {
  return put(file, 'log', event);
}
