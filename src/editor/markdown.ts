import { inOrder } from './plainWords';

/**
 * Text of a transcript, note or codebook for a Markdown string: every mark of Markdown stands for itself, so nothing in it
 * becomes a link, a picture, a command or HTML. (`MarkdownString.appendText` would glue the words together with
 * no-break spaces, and long definitions would not wrap.)
 */
export function plainMarkdown(text: string): string {
  return inOrder(text)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim().replace(/[!-/:-@[-`{-~]/g, '\\$&'))
    .join('  \n');
}
