/**
 * What may identify a person, after the lettered list of the HIPAA Safe Harbor (45 CFR 164.514(b)(2)) as far as signs can
 * tell: (A) names, (B) places, (C) dates and ages above 89, (D, E) telephone and fax, (F) e-mail, (G) social security,
 * (H–K, M, R) other numbers, (L) number plates, (N) web addresses, (O) IP addresses.
 */
export type IdentifierKind =
  | 'listed' // in the study's list of words
  | 'name'
  | 'place'
  | 'date'
  | 'age'
  | 'phone'
  | 'email'
  | 'number'
  | 'plate'
  | 'web';

interface Pattern {
  readonly kind: IdentifierKind;
  readonly pattern: RegExp;
}

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|' +
  'Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const day = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const streets = '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Court|Square|Terrace|Crescent|Close)';
const numberWords =
  'MRN|record|patient|case|account|policy|insurance|member|licen[cs]e|passport|serial|file|reference|customer|' +
  'Aktenzeichen|Versicherungsnummer|Kontonummer|Kundennummer|Ausweis';

/**
 * In the order in which they count: of two that overlap the first one stands. All are bounded, so that no text makes them
 * slow.
 */
export const patterns: readonly Pattern[] = [
  is('email', String.raw`[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,60}\.){1,5}\p{L}{2,24}`),
  is('web', String.raw`(?:https?:\/\/|www\.)[^\s<>()[\]]{2,300}`, 'i'),
  is('web', String.raw`(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])`),
  is('number', String.raw`(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)`),
  is(
    'number',
    String.raw`(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\d])`,
  ),
  is('date', String.raw`(?<!\d)(?:19|20)\d{2}-(?:1[0-2]|0[1-9])-${day}(?!\d)`),
  is('date', String.raw`(?<![\d.])${day}[./-](?:1[0-2]|0?[1-9])[./-](?:\d{4}|\d{2})(?![\d.]\d|\d)`),
  is('date', String.raw`(?<![\d.])(?:1[0-2]|0?[1-9])\/${day}\/(?:\d{4}|\d{2})(?!\d)`),
  is(
    'date',
    String.raw`(?<![\p{L}\d])${day}(?:st|nd|rd|th|\.)? (?:of |de )?${months}(?: \d{4})?(?![\p{L}\d])`,
  ),
  is('date', String.raw`(?<!\p{L})${months} (?:the )?${day}(?:st|nd|rd|th)?(?:,? \d{4})?(?![\p{L}\d])`),
  is('date', String.raw`(?<!\p{L})${months} (?:19|20)\d{2}(?!\d)`),
  is('age', String.raw`(?<!\d)(?:9\d|1[01]\d)(?=[ -](?:years? old|year-old|Jahre alt|años)(?!\p{L}))`),
  is('phone', String.raw`(?<![\p{L}\d])(?:\+|00)\d(?:[ ()/.-]{0,2}\d){7,14}(?!\d)`),
  is('phone', String.raw`(?<![\p{L}\d])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)`),
  is('phone', String.raw`(?<![\p{L}\d])0\d{2,4}[ /-]{1,3}\d{2,4}(?:[ -]?\d{2,4}){1,3}(?!\d)`),
  is('place', String.raw`(?<![\p{L}\d])\d{1,5}[a-z]? (?:\p{Lu}[\p{L}'’-]{1,30} ){1,3}${streets}(?!\p{L})`),
  is(
    'place',
    String.raw`(?<!\p{L})\p{Lu}[\p{L}-]{1,30}(?:straße|strasse|str\.|platz|allee|gasse|weg) \d{1,4}(?!\d)`,
  ),
  is('place', String.raw`(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])`),
  is('place', String.raw`(?<!\p{L})[A-Z]{2} \d{5}(?:-\d{4})?(?!\d)`),
  is('place', String.raw`(?<![\p{L}\d])(?:D-)?\d{5} (?=\p{Lu}\p{Ll})`),
  is('plate', String.raw`(?<![\p{L}\d-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}(?![\p{L}\d])`),
  is('plate', String.raw`(?<![\p{L}\d])[A-Z]{2}\d{2} [A-Z]{3}(?![\p{L}\d])`),
  is(
    'number',
    String.raw`(?<!\p{L})(?:${numberWords})\s?(?:number|no\.?|nr\.?|id|#)?:?\s?(?=[\p{L}-]{0,6}\d)[\p{L}\d-]{4,30}`,
    'i',
  ),
  is('number', String.raw`(?<![\p{L}\d])\d(?:[ -]?\d){6,20}(?!\d)`),
];

function is(kind: IdentifierKind, source: string, flags = ''): Pattern {
  return { kind, pattern: new RegExp(source, `gu${flags}`) };
}
