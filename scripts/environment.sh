# Shared by the scripts: what triptych needs from Debian 12, and how it is built. To be sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

build_packages=(
  g++ cmake ninja-build ccache pkg-config
  libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev libyaml-cpp-dev libpugixml-dev libzip-dev libhpdf-dev libqpdf-dev
  libpng-dev libdeflate-dev libturbojpeg0-dev libgif-dev libwebp-dev libavif-dev librsvg2-dev libcairo2-dev libharfbuzz-dev
  libfreetype-dev libicu-dev libhyphen-dev hyphen-fr hyphen-en-us libcli11-dev libfmt-dev zlib1g-dev
  libjemalloc-dev libqrcodegencpp-dev libkf5syntaxhighlighting-dev libpcre2-dev
)
test_packages=(
  doctest-dev python3 python3-fonttools python3-lxml epubcheck default-jre-headless qpdf poppler-utils mupdf-tools ghostscript
  libxml2-utils libreoffice-impress chromium locales valgrind
)
clang_packages=(clang llvm libclang-rt-14-dev)
# Node may have come from elsewhere than Debian.
command -v node >/dev/null || test_packages+=(nodejs)
command -v npm >/dev/null || test_packages+=(npm)

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "these packages are missing, and neither root nor sudo is there to install them: ${missing[*]}"
  fi
}

# install PACKAGE...: installs what is missing, silently when nothing is.
install() {
  missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || fail "triptych is built on Debian 12; apt-get was not found"
  echo "installing ${#missing[@]} packages: ${missing[*]}"
  mkdir -p build
  { as_root apt-get update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
  } >build/install.log 2>&1 || { tail -n 15 build/install.log >&2; fail "these could not be installed: ${missing[*]}"; }
}

# quietly LOG COMMAND...: shows what the command printed only when it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; fail "this failed, all of it is in $log: $*"; }
}

# build PRESET TESTS TARGET...: configures and builds. TESTS is ON or OFF.
build() {
  local preset=$1 tests=$2
  shift 2
  # Precompiled headers are cached, too, when the cache does not insist on their time.
  export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_INODECACHE=1
  quietly "build/$preset-configure.log" cmake --preset "$preset" -DTRIPTYCH_TESTS="$tests"
  quietly "build/$preset-build.log" cmake --build "build/$preset" --target "$@"
}
