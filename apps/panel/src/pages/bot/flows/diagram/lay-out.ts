import { Graph, layout } from '@dagrejs/dagre';
import type { Check } from '../writing/editor-handle.ts';

export type Diagram = NonNullable<Check['diagram']>;
export type Node = Diagram['nodes'][number];

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (Node & { readonly x: number; readonly y: number })[];
  readonly edges: readonly (Diagram['edges'][number] & {
    readonly key: string;
    readonly path: string;
    readonly at: { readonly x: number; readonly y: number } | null;
  })[];
}

export const box = { width: 208, height: 76 } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Boxes from above to below, arrows between them. */
export function layOut({ nodes, edges }: Diagram): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 52, edgesep: 16, marginx: 16, marginy: 16 });
  for (const node of nodes) graph.setNode(node.id, { ...box });
  edges.forEach((edge, n) => {
    const label = edge.label === '' && edge.way === 'next' ? 0 : 1;
    graph.setEdge(edge.from, edge.to, { width: label * 84, height: label * 18, labelpos: 'c' }, String(n));
  });
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number }; // filled in by the layout
  return {
    width: Number.isFinite(size.width) ? (size.width ?? 0) : 0,
    height: Number.isFinite(size.height) ? (size.height ?? 0) : 0,
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(node.id) as unknown as Point; // filled in by the layout
      return { ...node, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    edges: edges.map((edge, n) => {
      const placed = graph.edge({ v: edge.from, w: edge.to, name: String(n) }) as unknown as Partial<Point> & {
        points?: Point[];
      }; // filled in by the layout
      const { points = [], x, y } = placed;
      return { ...edge, key: String(n), path: curve(points), at: x === undefined || y === undefined ? null : { x, y } };
    }),
  };
}

/** A soft line through the points of the layout. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  let path = `M${first.x},${first.y}`;
  rest.slice(0, -1).forEach((point, n) => {
    const next = rest[n + 1] ?? last;
    const middle = n === rest.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    path += ` Q${point.x},${point.y} ${middle.x},${middle.y}`;
  });
  return rest.length === 1 ? `${path} L${last.x},${last.y}` : path;
}
