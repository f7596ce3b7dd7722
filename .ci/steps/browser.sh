# The browser tests again, on the distribution's Chromium instead of the packaged one.
set -euo pipefail
. .ci/steps/tools.sh
BALCAO_TEST_CHROMIUM=$(chromium_path)
export BALCAO_TEST_CHROMIUM
npm test -- tests/browser --reporter=default --reporter=json --outputFile.json="$CI_LOGS/browser.json"
