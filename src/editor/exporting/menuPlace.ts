import * as vscode from 'vscode';
import * as z from 'zod/mini';

/** A transcript, or the case it belongs to. */
export interface MenuPlace {
  readonly scope: 'transcript' | 'case';
  /** Its address. */
  readonly transcript: string;
}

const sessionSchema = z.object({ uri: z.custom<vscode.Uri>((value) => value instanceof vscode.Uri) });
const nodeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), sessions: z.array(z.object({ session: sessionSchema })) }),
  z.object({ kind: z.literal('session'), session: sessionSchema }),
]);

/** What a menu hands to a command: an address, or a case or session of the Study view; null for anything else. */
export function menuPlace(first: unknown): MenuPlace | null {
  if (first instanceof vscode.Uri) return { scope: 'transcript', transcript: first.toString() };
  const node = nodeSchema.safeParse(first);
  if (!node.success) return null;
  const { data } = node;
  const session = data.kind === 'case' ? data.sessions[0]?.session : data.session;
  if (!session) return null;
  return { scope: data.kind === 'case' ? 'case' : 'transcript', transcript: session.uri.toString() };
}
