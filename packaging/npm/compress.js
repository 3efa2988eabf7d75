// Packs what it reads by Brotli, as small as can be.
'use strict';

const {brotliCompressSync, constants} = require('zlib');

const bytes = require('fs').readFileSync(0);
process.stdout.write(brotliCompressSync(bytes, {params: {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
}}));
