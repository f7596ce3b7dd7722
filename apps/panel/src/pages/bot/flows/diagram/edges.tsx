import { useTexts } from '../../../../text/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './diagram.module.css';
import type { Placed } from './lay-out.ts';

const LONGEST = 18;

const ways = {
  else: 'w_else',
  otherwise: 'w_otherwise',
  failed: 'w_failed',
  message: 'w_message',
  unsure: 'w_unsure',
  call: 'w_call',
} as const;

export function Edges({ placed, chosen }: { placed: Placed; chosen: string | null }) {
  const t = useTexts(flowsTexts);
  return (
    <svg width={placed.width} height={placed.height} className={classes.edges} aria-hidden="true">
      <defs>
        <marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0,0 L8,4 L0,8 z" className={classes.head} />
        </marker>
      </defs>
      {placed.edges.map((edge) => {
        const { way } = edge;
        const words = way === 'next' || way === 'option' || way === 'condition' ? edge.label : t(ways[way]);
        const short = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
        return (
          <g key={edge.key} data-way={way} data-chosen={edge.from === chosen || undefined} className={classes.edge}>
            <path d={edge.path} markerEnd="url(#flow-arrow)" />
            {short !== '' && edge.at !== null && (
              <text x={edge.at.x} y={edge.at.y + 4} textAnchor="middle">
                {short}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
