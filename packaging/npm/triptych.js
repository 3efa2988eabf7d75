#!/usr/bin/env node
// Starts the program that the platform package brings, and is silent itself, but where it is started for the first time.
'use strict';

const {spawn} = require('child_process');
const path = require('path');
const {programFolder} = require('./unpack.js');

const platform = `@triptych-books/${process.platform}-${process.arch}`;
const french = /^fr/.test([process.env.LANGUAGE, process.env.LC_ALL, process.env.LC_MESSAGES, process.env.LANG].find(Boolean) || '');

function say(english, frenchText) {
  return french ? frenchText : english;
}

function fail(message) {
  process.stderr.write(`triptych: ${say('error:', 'erreur :')} ${message}\n`);
  process.exit(2);
}

/** glibc's release as a number, 2.36 as 236; NaN where the C library is another one. */
function glibc() {
  process.report.excludeNetwork = true;
  const {glibcVersionRuntime} = process.report.getReport().header;
  const [major, minor] = String(glibcVersionRuntime).split('.').map(Number);
  return major * 100 + minor;
}

/** Asked and told once only: what is unpacked has run here. */
function begin() {
  if (!(glibc() >= 236))
    fail(say('glibc 2.36 or later is needed (Debian 12, Ubuntu 24.04, Fedora 37)',
      'il faut glibc 2.36 ou plus récente (Debian 12, Ubuntu 24.04, Fedora 37)'));
  if (process.stderr.isTTY)
    process.stderr.write(say('triptych: unpacking the program, this once …\n', 'triptych : le programme est déplié, cette seule fois…\n'));
}

function program() {
  if (process.env.TRIPTYCH_PROGRAM) return process.env.TRIPTYCH_PROGRAM;
  let home;
  try {
    home = path.dirname(require.resolve(`${platform}/package.json`));
  } catch {
    fail(say(`the package ${platform} is not installed; there is one for linux-x64 only`,
      `le paquet ${platform} n’est pas installé ; il n’en existe que pour linux-x64`));
  }
  try {
    return path.join(programFolder(home, begin), 'bin', 'triptych');
  } catch (error) {
    fail(say(`the program can't be unpacked: ${error.message}`, `le programme ne peut pas être déplié : ${error.message}`));
  }
}

const child = spawn(program(), process.argv.slice(2), {stdio: 'inherit'});
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
