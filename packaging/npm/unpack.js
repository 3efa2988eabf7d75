// Finds the program that the platform package brings, and unpacks it where it has not been yet. It comes packed by Brotli, since
// what npm packs by, gzip, takes a third more; and without a script at installation, which many forbid.
'use strict';

const crypto = require('crypto');
const fs = require('fs');
const os = require('os');
const path = require('path');
const zlib = require('zlib');

const block = 512;

/** Writes what a tape archive (POSIX.1-1988, `ustar`) holds below `folder`. */
function writeFiles(tape, folder) {
  for (let at = 0; at + block <= tape.length && tape[at] !== 0;) {
    const field = (from, size) => tape.toString('utf8', at + from, at + from + size).replace(/\0.*$/s, '');
    const size = parseInt(field(124, 12), 8);
    const name = path.join(folder, field(345, 155), field(0, 100));
    at += block;
    if (field(156 - block, 1) === '5') {
      fs.mkdirSync(name);
    } else {
      const file = fs.openSync(name, 'wx', parseInt(field(100 - block, 8), 8));
      fs.writeFileSync(file, tape.subarray(at, at + size));
      fs.closeSync(file);
      at += Math.ceil(size / block) * block;
    }
  }
}

/** Whether a folder is complete: it has its name only then. */
function isWhole(folder) {
  return fs.existsSync(path.join(folder, 'bin', 'triptych'));
}

/** Takes away what runs of this computer that were cut off have left, and others a day ago. */
function removeLeftovers(folder, host) {
  const day = 24 * 3600 * 1000;
  const beginning = `${path.basename(folder)}.part-`;
  for (const name of fs.readdirSync(path.dirname(folder))) {
    if (!name.startsWith(beginning)) continue;
    const leftover = path.join(path.dirname(folder), name);
    const [, pid] = name.startsWith(`${beginning}${host}-`) ? name.slice(beginning.length + host.length).split('-') : [];
    let runs = true;
    try {
      if (pid) process.kill(Number(pid), 0);
      else runs = Date.now() - fs.statSync(leftover).mtimeMs < day;
    } catch (error) {
      runs = error.code !== 'ESRCH';
    }
    if (!runs) fs.rmSync(leftover, {recursive: true, force: true});
  }
}

/** Makes a folder and those above it. That of Node goes on for ever where the system lets nobody make any. */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    fs.mkdirSync(folder, {mode: 0o700});
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** Unpacks into a folder of another name that is given its own when all is there: several may do so at once. */
function unpack(payload, digest, folder) {
  const host = os.hostname().replace(/[^A-Za-z0-9]/g, '_');
  makeFolder(path.dirname(folder));
  removeLeftovers(folder, host);
  const part = fs.mkdtempSync(`${folder}.part-${host}-${process.pid}-`);
  try {
    const packed = fs.readFileSync(payload);
    if (crypto.createHash('sha256').update(packed).digest('hex') !== digest) throw new Error(`${payload} is damaged`);
    writeFiles(zlib.brotliDecompressSync(packed), part);
    fs.chmodSync(part, 0o755);
    fs.renameSync(part, folder);
  } catch (error) {
    fs.rmSync(part, {recursive: true, force: true});
    // Another was quicker.
    if (!isWhole(folder)) throw error;
  }
}

/** That of the XDG Base Directory Specification, which wants relative paths ignored. */
function cacheFolder() {
  const {XDG_CACHE_HOME, HOME} = process.env;
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  return HOME && path.isAbsolute(HOME) ? path.join(HOME, '.cache') : null;
}

/**
 * The folder with the program of the platform package in `home`: in that package, or else, where nothing can be written there, in
 * the user's cache. `begins` is called where it has to be unpacked first. Throws an error for each folder that can't be written.
 */
exports.programFolder = (home, begins) => {
  const {version, program} = require(path.join(home, 'package.json'));
  const folders = [path.join(home, 'program')];
  const cache = cacheFolder();
  if (cache) folders.push(path.join(cache, 'triptych', 'npm', `${version}-${program.sha256.slice(0, 16)}`));
  const found = folders.find(isWhole);
  if (found) return found;
  begins();
  const errors = [];
  for (const folder of folders) {
    try {
      unpack(path.join(home, program.file), program.sha256, folder);
      return folder;
    } catch (error) {
      errors.push(error.message);
    }
  }
  throw new Error([...new Set(errors)].join('; '));
};
