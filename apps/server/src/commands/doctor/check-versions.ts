import packageFile from '../../../package.json' with { type: 'json' };
import { type Finding, ill, well } from './finding.ts';

const LEAST_NODE = 24;

export function checkVersions(): Finding[] {
  const major = Number(process.versions.node.split('.')[0]);
  const sentence = `Balcão ${packageFile.version} on Node ${process.versions.node}, ${process.platform}-${process.arch}.`;
  if (major >= LEAST_NODE) return [well('versions', sentence)];
  return [ill('versions', `${sentence} It needs Node ${LEAST_NODE}: start it with npm, which brings its own.`)];
}
