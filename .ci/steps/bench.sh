# The benchmark in its short mode: figures to look at, and a failure when it cannot run at all.
set -euo pipefail
npm run -s bench -- --short
