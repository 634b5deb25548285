/**
 * A REFI-QDA project as data, as far as coding of texts goes. GUIDs are in capitals without braces; dates as xsd:dateTime; an
 * empty list or null is an element or attribute that is not there.
 */
export interface QdaProject {
  readonly name: string;
  /** The program that wrote it: `Alliance Coder 1.0.0`. */
  readonly origin: string;
  readonly creatingUser: string | null;
  readonly created: string | null;
  readonly users: readonly QdaUser[];
  readonly codes: readonly QdaCode[];
  readonly variables: readonly QdaVariable[];
  readonly cases: readonly QdaCase[];
  readonly sources: readonly QdaSource[];
  readonly notes: readonly QdaNote[];
  readonly links: readonly QdaLink[];
  readonly description: string;
  readonly noteRefs: readonly string[];
}

export interface QdaUser {
  readonly guid: string;
  readonly name: string;
  /** What the program itself knows the person by. */
  readonly id: string | null;
}

export interface QdaCode {
  readonly guid: string;
  readonly name: string;
  readonly isCodable: boolean;
  /** `#rrggbb` or `#rgb`. */
  readonly color: string | null;
  readonly description: string;
  readonly noteRefs: readonly string[];
  readonly children: readonly QdaCode[];
}

export interface QdaVariable {
  readonly guid: string;
  readonly name: string;
  readonly type: VariableType;
}

export const variableTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;
export type VariableType = (typeof variableTypes)[number];

export interface QdaValue {
  readonly variable: string;
  readonly type: VariableType;
  readonly value: string;
}

export interface QdaCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly values: readonly QdaValue[];
  readonly sources: readonly string[];
}

/** Who made something and when. */
export interface QdaMade {
  readonly user: string | null;
  readonly created: string | null;
}

export interface QdaSource extends QdaMade {
  readonly guid: string;
  readonly name: string;
  readonly plainTextPath: string | null;
  readonly richTextPath: string | null;
  /** The text where it stands in the XML itself. */
  readonly content: string | null;
  readonly description: string;
  readonly selections: readonly QdaSelection[];
  /** Codings of the source as a whole. */
  readonly codings: readonly QdaCoding[];
  readonly noteRefs: readonly string[];
  readonly values: readonly QdaValue[];
}

export type QdaNote = Omit<QdaSource, 'selections' | 'codings' | 'values'>;

export interface QdaSelection extends QdaMade {
  readonly guid: string;
  /** Its words, at most a hundred of their characters, where a program writes them. */
  readonly name: string;
  /** Unicode code points in the text of the source, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly description: string;
  readonly codings: readonly QdaCoding[];
  readonly noteRefs: readonly string[];
}

export interface QdaCoding extends QdaMade {
  readonly guid: string;
  readonly code: string;
  readonly noteRefs: readonly string[];
}

export interface QdaLink {
  readonly guid: string;
  readonly name: string;
  readonly direction: 'Associative' | 'OneWay' | 'Bidirectional';
  readonly origin: string;
  readonly target: string;
  readonly noteRefs: readonly string[];
}
