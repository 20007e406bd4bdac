// No way out: some sixty channels to a server of the test's own, from the pages as they are shipped. What
// arrives there is counted, not what the page believes.
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { BEYOND_POLICIES, CHANNELS, LAST, trying } from './channels.js';
import { DIST, openBrowser, openFirefox, settled, startHost, startServe, withoutPolicy } from './harness.js';

const address = await startServe(test);
const disk = pathToFileURL(join(DIST, 'rubricator.html')).href;

/** A server that notes what reaches it, whatever it is: requests, mere connections, datagrams. */
async function startSink() {
  const sockets = [];
  const sink = {
    arrived: new Set(),
    get connections() { return sockets.length; },
    get bytes() { return sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0); },
  };
  const server = createServer((request, response) => {
    sink.arrived.add(request.url.slice(1).split(/[/?]/)[0]);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Content-Type': 'text/plain' }).end('x');
  });
  server.on('upgrade', (request, socket) => { sink.arrived.add(request.url.slice(1)); socket.destroy(); });
  server.on('connection', (socket) => sockets.push(socket));
  const udp = createSocket('udp4');
  udp.on('message', () => sink.arrived.add('stun'));
  await new Promise((listening) => { udp.bind(0, '127.0.0.1', listening); });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  test.after(() => { server.closeAllConnections(); server.close(); udp.close(); });
  sink.url = `http://127.0.0.1:${server.address().port}/`;
  sink.port = udp.address().port;
  return sink;
}

for (const [engine, browser] of Object.entries({ chromium: await openBrowser(test), firefox: await openFirefox(test) })) {
  const skip = !browser && 'no Firefox here, and none could be installed';

  /** Tries all of `channels` in a page or frame; resolves with the names that arrived. */
  async function attempt(where, channels) {
    const sink = await startSink();
    const tried = await where.evaluate(`${trying(channels)}(${JSON.stringify(sink.url)}, ${sink.port})`);
    assert.equal(tried, Object.keys(channels).length);
    // Chromium opens a connection for a frame before it asks the policy: nothing is sent by it but that it was opened.
    return { arrived: [...sink.arrived].sort(), bytes: sink.bytes, connections: engine === 'chromium' ? 0 : sink.connections, opened: sink.connections, tried };
  }
  const opened = async (url) => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => dialog.dismiss());
    await page.goto(url);
    await settled(page);
    return page;
  };

  for (const [name, url] of [['the served page', address], ['the one-file page, served', `${address}rubricator.html`], ['the one-file page, from disk', disk]]) {
    test(`${engine}: no way out of ${name}`, { skip, timeout: 60_000 }, async (t) => {
      const page = await opened(url);
      const { opened: connections, ...result } = await attempt(page, CHANNELS);
      assert.deepEqual(result, { arrived: [], bytes: 0, connections: 0, tried: Object.keys(CHANNELS).length });
      t.diagnostic(`${result.tried} channels, none arrived; ${connections} connections opened without a byte`);
      await page.close();
    });
  }

  for (const [name, url] of [['served', address], ['from disk', disk]]) {
    test(`${engine}: no way out of sealed mode, ${name}, not even what no policy stops`, { skip, timeout: 60_000 }, async (t) => {
      const page = await opened(url);
      await page.evaluate(() => [...document.querySelectorAll('.page-tools button')].find(({ textContent }) => textContent === 'Sealed mode').click());
      const frame = await (await page.waitForSelector('dialog.sealed iframe')).contentFrame();
      await frame.waitForFunction(() => document.querySelector('article-issues')?.analysis);
      const before = page.url();
      const channels = { ...CHANNELS, ...BEYOND_POLICIES };
      const { opened: connections, ...result } = await attempt(frame, channels);
      assert.deepEqual(result, { arrived: [], bytes: 0, connections: 0, tried: Object.keys(channels).length });
      const sink = await startSink();
      await frame.evaluate(`${trying(LAST)}(${JSON.stringify(sink.url)}, 0)`).catch(() => {}); // the frame may be gone
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      assert.deepEqual([[...sink.arrived], sink.bytes, page.url()], [[], 0, before]);
      t.diagnostic(`${result.tried + Object.keys(LAST).length} channels, none arrived; ${connections} connections opened without a byte`);
      await page.close();
    });
  }

  test(`${engine}: the same channels are open where there is no policy`, { skip, timeout: 60_000 }, async (t) => {
    const host = await startHost(test, { files: { 'index.html': await withoutPolicy('index.html') } });
    const page = await opened(`${host}index.html`);
    const { arrived, tried } = await attempt(page, CHANNELS);
    t.diagnostic(`${arrived.length} of ${tried} channels arrived; not: ${Object.keys(CHANNELS).filter((name) => !arrived.includes(name)).join(' ')}`);
    assert.ok(arrived.length >= 45, arrived.join(' '));
    await page.close();
  });

  test(`${engine}: what no policy of a page stops is what SECURITY.md says`, { skip, timeout: 60_000 }, async (t) => {
    const page = await opened(address);
    const sink = await startSink();
    await page.evaluate(`${trying(BEYOND_POLICIES)}(${JSON.stringify(sink.url)}, ${sink.port})`).catch(() => {}); // it may navigate
    t.diagnostic(`arrived: ${[...sink.arrived].sort().join(' ')}`);
    assert.ok(sink.arrived.size > 0, 'if a browser stops these, SECURITY.md can promise more');
    await page.close();
  });
}
