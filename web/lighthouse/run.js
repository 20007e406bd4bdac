// Serves the built page and lets Lighthouse judge it: prints a score for each category and the audits that cost
// points; fails where one is below 95. Apart from the tests, since Lighthouse brings 200 packages. CHROME,
// SERVE and DIST come from the environment.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const LEAST = 0.95;
const { CHROME, SERVE, DIST } = process.env;

const server = spawn(SERVE, ['-dir', DIST, '-addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
const { value: line } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
const chrome = await launch({ chromePath: CHROME, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'], logLevel: 'error' });
let bad = 0;
try {
  const { lhr } = await lighthouse(line.match(/http\S+/)[0], { port: chrome.port, onlyCategories: ['performance', 'accessibility', 'best-practices'], logLevel: 'error' });
  for (const { title, score, auditRefs } of Object.values(lhr.categories)) {
    console.log(`${title}: ${Math.round(score * 100)}`);
    bad += score < LEAST;
    for (const { id, weight } of auditRefs) {
      const audit = lhr.audits[id];
      if (weight && audit.score !== null && audit.score < 0.9) console.log(`  ${audit.title}: ${audit.displayValue ?? audit.score}`);
    }
  }
} finally {
  chrome.kill();
  server.kill();
}
process.exitCode = bad ? 1 : 0;
