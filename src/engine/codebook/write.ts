import { renderField } from '../yamlRender';
import { fieldLines, type YamlRecord, type YamlValue } from '../yamlSet';
import { codebookVersion } from './schema';
import type { Code, Codebook } from './types';

/** A codebook as a file that reads back as the same: what a child inherits is not said again. */
export function codebookText(codebook: Codebook): string {
  const { id, title, version, language, families } = codebook;
  const lines = [
    renderField('alliance_codebook', codebookVersion),
    ...said({ id, title, version, language: language ?? undefined }),
    ...[...codebook.scales].flatMap(([scale, { values, default: usual, start }], index) => [
      ...(index === 0 ? ['scales:'] : []),
      ...fieldLines(
        scale,
        {
          type: 'ordinal',
          default: usual ?? undefined,
          start: start ?? undefined,
          values: Object.fromEntries(values.map(({ value, label }) => [String(value), label])),
        },
        2,
      ),
    ]),
    ...list(
      'ratings',
      codebook.ratings.map(({ id: rating, label, scale, scopes, notApplicableWithout }) => ({
        id: rating,
        label,
        scale,
        scopes,
        not_applicable_without: notApplicableWithout ?? undefined,
      })),
    ),
    ...list(
      'changes',
      codebook.changes.map(({ version: of, date, text }) => ({
        version: of ?? undefined,
        date: date ?? undefined,
        text,
      })),
    ),
    'codes:',
    ...families.flatMap((family) => codeLines(family, codebook, 2)),
  ];
  return `${lines.join('\n')}\n`;
}

function list(key: string, items: readonly YamlRecord[]): readonly string[] {
  return items.length === 0 ? [] : fieldLines(key, items, 0);
}

function said(values: YamlRecord): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [renderField(key, value)],
  );
}

function codeLines(code: Code, codebook: Codebook, column: number): string[] {
  const blanks = ' '.repeat(column);
  const fields = said(
    fieldsOf(code, code.parent === null ? null : (codebook.codes.get(code.parent) ?? null)),
  );
  const children = code.children.flatMap((id) => {
    const child = codebook.codes.get(id);
    return child ? codeLines(child, codebook, column + 4) : [];
  });
  const lines = [...fields, ...(children.length > 0 ? ['children:'] : [])];
  return [...lines.map((line, index) => `${blanks}${index === 0 ? '- ' : '  '}${line}`), ...children];
}

/** What a code says itself. */
function fieldsOf(code: Code, parent: Code | null): YamlRecord {
  const own = <T extends YamlValue>(value: T | null, inherited: T | null | undefined): T | undefined =>
    value === null || JSON.stringify(value) === JSON.stringify(inherited) ? undefined : value;
  const filled = (values: readonly string[]): readonly string[] | undefined =>
    values.length > 0 ? values : undefined;
  return {
    id: code.id,
    label: code.label === code.id ? undefined : code.label,
    key: code.key ?? undefined,
    color: own(code.color, parent?.color),
    valence: own(code.valence, parent?.valence ?? 0),
    kind: own(code.kind, parent?.kind),
    speaker: own(code.speaker, parent?.speaker),
    scales: own(code.scales, parent?.scales ?? []),
    definition: code.definition === '' ? undefined : code.definition,
    rule: code.rule ?? undefined,
    include: filled(code.include),
    exclude: filled(code.exclude),
    example: code.example ?? undefined,
    replaces: filled(code.replaces),
  };
}
