import type * as z from 'zod/mini';

/** What VS Code gives a page: the channel to the extension, and a memory that outlives the page while it is hidden. */
export interface HostApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** Says where a message was wrong and how, never what it held. */
export function faultOf(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return `invalid message at ${issue?.path.map(String).join('.') || 'type'}: ${issue?.code ?? 'unknown'}`;
}
