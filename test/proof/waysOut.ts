/**
 * What in a bundle could reach out of it. A word counts wherever it stands, in a text as well: minified names are the only ones
 * that change, and none of ours needs these.
 */
const ways: readonly RegExp[] = [
  /\b(?:fetch|XMLHttpRequest|WebSocket|WebSocketStream|WebTransport|EventSource|sendBeacon|RTCPeerConnection)\b/g,
  /\b(?:Worker|SharedWorker|serviceWorker|importScripts|createRequire|getBuiltinModule|openExternal|asExternalUri)\b/g,
  // Code out of text, by any name it may be given.
  /\beval\b|\bFunction\b(?!\.prototype)/g,
  /\bimport\s*\(/g,
  /\brequire\b(?!\("[^"]+"\)|[\w-])/g,
];

/** Addresses that name a thing and are never asked for: namespaces of SVG, XHTML and XML, the context of Web Annotations. */
const names =
  /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1999\/xlink|XML\/1998\/namespace|2000\/xmlns\/|ns\/anno\.jsonld)$/;

/** Words by which code could reach a network or run what it was sent, with addresses. Empty is what a bundle should be. */
export function waysOut(code: string): string[] {
  const words = ways.flatMap((way) => [...code.matchAll(way)].map(([word]) => word));
  const addresses = [...code.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`\\)]+/g)].map(([address]) => address);
  return [...words, ...addresses.filter((address) => !names.test(address))];
}

/** The modules that a bundle asks the host for, each once. */
export function modulesOf(code: string): string[] {
  const asked = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].flatMap(([, name]) => name ?? []);
  return [...new Set(asked)].toSorted();
}
