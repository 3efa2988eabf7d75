#!/usr/bin/env node
// Starts the program that the platform package brings, and is silent itself.
'use strict';

const {spawn} = require('child_process');
const path = require('path');

const platform = `@triptych-books/${process.platform}-${process.arch}`;

function place() {
  if (process.env.TRIPTYCH_PROGRAM) return process.env.TRIPTYCH_PROGRAM;
  try {
    return path.join(path.dirname(require.resolve(`${platform}/package.json`)), 'bin', 'triptych');
  } catch {
    return null;
  }
}

/** glibc's release as a number, 2.36 as 236; NaN where the C library is another one. */
function glibc() {
  const {glibcVersionRuntime} = process.report.getReport().header;
  const [major, minor] = String(glibcVersionRuntime).split('.').map(Number);
  return major * 100 + minor;
}

function fail(message) {
  process.stderr.write(`triptych: error: ${message}\n`);
  process.exit(2);
}

const program = place();
if (!program) fail(`the package ${platform} is not installed; there is one for linux-x64 only`);
if (!process.env.TRIPTYCH_PROGRAM && !(glibc() >= 236))
  fail('glibc 2.36 or later is needed (Debian 12, Ubuntu 24.04, Fedora 37)');

const child = spawn(program, process.argv.slice(2), {stdio: 'inherit'});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(error.message));
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exit(code);
  }
});
