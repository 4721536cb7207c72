// What the benchmark's page finds as globals: the layouts to be compared, as
// far as it uses them. See the packages’ own documentation.

interface D3Simulation {
  force(name: string, force: unknown): D3Simulation;
  stop(): D3Simulation;
  tick(times: number): D3Simulation;
}

declare const d3: {
  forceSimulation(nodes: { x: number; y: number }[]): D3Simulation;
  forceManyBody(): unknown;
  forceLink(links: { source: number; target: number }[]): unknown;
  forceCenter(): unknown;
};

interface NgraphGraph {
  addNode(id: number): unknown;
  addLink(from: number, to: number): unknown;
  getLinks(id: number): Set<unknown> | null;
}

declare function createGraph(): NgraphGraph;

declare function ngraphCreateLayout(graph: NgraphGraph, settings: { springLength: number; nodeMass: (id: number) => number }): {
  setNodePosition(id: number, x: number, y: number): void;
  getNodePosition(id: number): { x: number; y: number };
  step(): boolean;
};

declare const graphology: { Graph: new (options: { multi: boolean }) => {
  addNode(id: number, attributes: object): void;
  addEdge(from: number, to: number, attributes: object): void;
} };

declare class Sigma {
  constructor(graph: object, container: HTMLElement, options: { settings: object; styles: { nodes: object; edges: object } });
  on(event: 'afterRender', listener: () => void): void;
  refresh(): void;
}

declare namespace Cosmos {
  class Graph {
    constructor(div: HTMLDivElement, config: object);
    readonly ready: Promise<void>;
    readonly progress: number;
    setPointPositions(places: Float32Array, dontRescale?: boolean): void;
    getPointPositions(): number[];
    setLinks(links: Float32Array): void;
    render(): void;
    start(): void;
    pause(): void;
    step(): void;
    destroy(): void;
  }
}

/** Go’s runtime, of wasm_exec.js. */
declare class Go {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

/** See wasm/doc.go. */
declare function newLayout(nodes: number, ends: Uint8Array, start: Uint8Array | null): Error | {
  tick(times: number): void;
  settle(): void;
  places(into: Uint8Array): number;
};

/** See wasm/doc.go. */
declare function judge(nodes: number, ends: Uint8Array, places: Uint8Array): import('./layout.js').Quality;

interface Window {
  bench: typeof import('./layout.js');
}
