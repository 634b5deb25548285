import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { agreementDocument } from '../../engine/agreement/document';
import { methodsText } from '../../words/agreementMethods';
import { menuPlace } from '../../editor/exporting/menuPlace';
import type { AgreementPage, AgreementSources } from './agreementPage';
import { AgreementTab, usualQuestion } from './agreementTab';
import { askGold } from './askGold';
import { methodsFacts } from './state';
import { copyMethods } from './taking';
import type { Asked } from './types';

const argumentSchema = z.object({
  coders: z.optional(z.array(z.string())),
  scope: z.optional(z.enum(['session', 'case', 'study'])),
  unit: z.optional(z.enum(['turn', 'segment', 'character', 'spans'])),
  bands: z.optional(z.enum(['off', 'classic', 'strict'])),
  transcript: z.optional(z.string()),
});

const goldSchema = z.extend(argumentSchema, {
  trainee: z.optional(z.string()),
  gold: z.optional(z.string()),
});

/** How far coders agree, and how near a trainee is to a gold coding. */
export function registerAgreement(extension: vscode.Uri, sources: AgreementSources): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const tab = new AgreementTab(extension, sources);
  return vscode.Disposable.from(
    tab,
    registerCommand('alliance.agreement', (first: unknown) => showAgreement(tab, first)),
    registerCommand('alliance.copyMethods', async (first: unknown) => {
      const page = (first === undefined && tab.page) || (await tab.show(askedOf(first)));
      await page.settled();
      return copyMethods(page);
    }),
    registerCommand('alliance.compareWithGold', async (first: unknown) => {
      const given = goldSchema.safeParse(first).data ?? {};
      const pair = await askGold(sources, given);
      if (!pair) return undefined;
      const { trainee, gold } = pair;
      return documentOf(await tab.show({ ...askedOf(first), coders: [trainee, gold], gold }));
    }),
  );
}

async function showAgreement(tab: AgreementTab, first: unknown): Promise<object | null> {
  return documentOf(await tab.show(askedOf(first)));
}

/** What the command was given: by a script, by a menu (an address), or by the Study view (a case or session of it). */
function askedOf(first: unknown): Asked {
  const usual = usualQuestion;
  const place = menuPlace(first);
  if (place) {
    const scope = place.scope === 'case' ? 'case' : 'session';
    return { ...usual, scope, transcript: vscode.Uri.parse(place.transcript, true) };
  }
  if (first === undefined || first === null) return usual;
  const said = argumentSchema.parse(first);
  const { transcript, coders = [], unit = null, scope = usual.scope, bands = usual.bands } = said;
  const twice = coders.find((coder, index) => coders.indexOf(coder) !== index);
  if (twice !== undefined) {
    throw new Error(vscode.l10n.t('“{0}” is there twice; a coder is not compared with herself.', twice));
  }
  return {
    ...usual,
    scope,
    bands,
    coders,
    unit,
    transcript: transcript === undefined ? null : vscode.Uri.parse(transcript, true),
  };
}

/** The figures as the command line prints them, for scripts; null where there are none. */
function documentOf({ reckoned, gathered, asked }: AgreementPage): object | null {
  if (!gathered) return null;
  const excluded = gathered.leftOut.map(({ session, coder, reason }) => ({
    transcript: session,
    coder,
    reason,
  }));
  if (!reckoned) return { results: [], excluded };
  const coders = gathered.coders.map(({ id }) => id);
  const methods = methodsText(methodsFacts(reckoned, asked), vscode.l10n.t);
  return { ...agreementDocument(reckoned.whole, coders, false), excluded, methods };
}
