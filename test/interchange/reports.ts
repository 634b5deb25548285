import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import type { Coding } from '../../src/engine/annotations/types';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import type { ReportOptions } from '../../src/report/page';
import { reportOf } from '../../src/report/report';
import { english } from '../../src/words/localisation';
import { coding } from '../unit/builders';
import { content, withText } from './tableStudies';

/** Reports for tests, read back as the XML they are. */

export const reportOptions: ReportOptions = { l10n: english, language: 'en', made: null, resamples: 20 };

export function report(study: ExportedStudy, text = true, made: string | null = null): string {
  return content(reportOf(study, { ...withText, text, name: 'a.html' }, { ...reportOptions, made }));
}

/** The page's root; the parser refuses what is not well-formed. */
export function rootOf(page: string): XmlElement {
  const { root } = parseXml(page);
  if (!root) throw new Error('a page has a root');
  return root;
}

export function elements(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap((child) => (child instanceof XmlElement ? elements(child) : []))];
}

/** Elements of a name, or (with a dot before it) of a class. */
export function found(root: XmlElement, name: string): XmlElement[] {
  return elements(root).filter((each) =>
    name.startsWith('.')
      ? (each.attributes['class'] ?? '').split(' ').includes(name.slice(1))
      : each.name === name,
  );
}

export function textOf(node: XmlNode): string {
  if (node instanceof XmlText) return node.text;
  return node instanceof XmlElement ? node.children.map(textOf).join('') : '';
}

/** A supervisor’s file that says these things of other people’s annotations. */
export function dana(said: Partial<Coding>): Coding {
  return coding({ coder: 'dana', name: 'Dana R.', role: 'supervisor', ...said });
}
