import type { Anchored, Coding, Comment } from './types';

/** What a comment is called among all that stands at passages of a text: `comments/c9tf3aa0`. An annotation goes by its bare id. */
export function commentAnchor(id: string): string {
  return `comments/${id}`;
}

/** Whether a comment has a passage of its own; others stand where the annotation or the comment stands that they are about. */
export function hasPassage({ about, reply_to: to, at, was, quote, unconfirmed }: Comment): boolean {
  return about === undefined && to === undefined && Boolean(at ?? was ?? quote ?? unconfirmed);
}

/** All that stands at passages of the text: annotations, and the comments on words of it, by what they are called. */
export function anchoredIn({ annotations, comments }: Pick<Coding, 'annotations' | 'comments'>): Anchored[] {
  const onWords = comments
    .filter(hasPassage)
    .map((comment) => ({ ...comment, id: commentAnchor(comment.id) }));
  return [...annotations, ...onWords];
}
