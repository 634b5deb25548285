/** A way out of this process or worker, with what was asked for and by whom. */
export interface WayTaken {
  readonly way: string;
  readonly stack: string;
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

interface Way {
  readonly of: object;
  readonly key: string;
  readonly name: string;
}

/** What only Node has: by module, what in it opens a connection, asks a name server or starts a program. */
const ofNode: Readonly<Record<string, readonly string[]>> = {
  http: ['request', 'get'],
  https: ['request', 'get'],
  http2: ['connect'],
  tls: ['connect'],
  net: ['connect', 'createConnection'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
};

/** What pages and workers have, and of which Node has a part. */
const ofTheWeb = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'importScripts',
  'Worker',
  'SharedWorker',
  'RTCPeerConnection',
];

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/** What stands there under a name, in hosts that have it. */
function at(of: object, key: string): object[] {
  const value: unknown = Reflect.get(of, key);
  return (typeof value === 'object' || typeof value === 'function') && value !== null ? [value] : [];
}

function moduleOfNode(name: string): object[] {
  return at(globalThis, 'process').flatMap((process) => {
    const load: unknown = Reflect.get(process, 'getBuiltinModule');
    const found = isCallable(load) ? load(name) : null;
    return typeof found === 'object' && found !== null ? [found] : [];
  });
}

function allWays(): Way[] {
  const node = Object.entries(ofNode).flatMap(([name, keys]) =>
    moduleOfNode(name).flatMap((of) => keys.map((key) => ({ of, key, name: `${name}.${key}` }))),
  );
  const web = ofTheWeb.map((key) => ({ of: globalThis, key, name: key }));
  const beacon = at(globalThis, 'navigator').map((of) => ({ of, key: 'sendBeacon', name: 'sendBeacon' }));
  return [...node, ...web, ...beacon];
}

/**
 * Watches every way out until it is told to stop. What is asked for is let through: the test says what it thinks of it.
 * `watched` are the names of the ways that this host has and that could be watched.
 */
export function watchNetwork(): {
  readonly taken: WayTaken[];
  readonly watched: readonly string[];
  readonly stop: () => void;
} {
  const taken: WayTaken[] = [];
  const undo: (() => void)[] = [];
  const watched = allWays().flatMap(({ of, key, name }) => {
    const before: unknown = Reflect.get(of, key);
    if (!isCallable(before)) return [];
    const note = (): void => void taken.push({ way: name, stack: new Error(name).stack ?? '' });
    const watching = new Proxy(before, {
      apply: (target, that, args) => {
        note();
        return Reflect.apply(target, that, args);
      },
      construct: (target, args) => {
        note();
        const made: unknown = Reflect.construct(target, args);
        if (typeof made === 'object' && made !== null) return made;
        throw new Error(`${name} makes no object`);
      },
    });
    const own = Object.getOwnPropertyDescriptor(of, key);
    if (!Reflect.defineProperty(of, key, { value: watching, configurable: true, writable: true })) return [];
    undo.push(() => (own ? Reflect.defineProperty(of, key, own) : Reflect.deleteProperty(of, key)));
    return [name];
  });
  return { taken, watched, stop: () => undo.forEach((each) => each()) };
}
