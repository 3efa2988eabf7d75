# Shared by the scripts: what triptych needs from Debian 12, and how it is built. To be sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# Debian's Python, for Debian's modules: another that comes first in PATH would not find them.
export PATH=/usr/bin:$PATH

build_packages=(
  g++ cmake ninja-build ccache pkg-config
  libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev libyaml-cpp-dev libtomlplusplus-dev libpugixml-dev libzip-dev
  libhpdf-dev libqpdf-dev
  libpng-dev libdeflate-dev libturbojpeg0-dev libgif-dev libwebp-dev libavif-dev libtiff-dev libheif-dev libjxl-dev liblcms2-dev
  librsvg2-dev libcairo2-dev libpoppler-glib-dev
  libharfbuzz-dev libssl-dev libfreetype-dev libfontconfig-dev nlohmann-json3-dev libicu-dev libhyphen-dev hyphen-fr hyphen-en-us
  libcli11-dev libfmt-dev zlib1g-dev libjemalloc-dev libqrcodegencpp-dev libkf5syntaxhighlighting-dev libpcre2-dev libcpp-httplib-dev
)
test_packages=(
  doctest-dev python3 python3-fonttools python3-lxml epubcheck default-jre-headless qpdf poppler-utils mupdf-tools ghostscript
  libxml2-utils libreoffice-impress chromium locales valgrind cmark-gfm parallel gettext
  fonts-noto-core fonts-noto-cjk unicode-data
)
package_packages=(patchelf icu-devtools file dpkg-dev xz-utils binutils)
clang_packages=(clang clang-format clang-tidy lld llvm libclang-rt-14-dev)
# Node may have come from elsewhere than Debian.
command -v node >/dev/null || test_packages+=(nodejs)
command -v npm >/dev/null || { test_packages+=(npm); package_packages+=(npm); }

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
  echo "      ${#missing[@]} packages: ${missing[*]}"
  quietly build/install.log as_root sh -c \
    'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"' sh "${missing[@]}"
}

# step TEXT: says which of $steps steps begins.
step() {
  at_step=$((${at_step:-0} + 1))
  echo "[$at_step/$steps] $1"
}

# Shows the last of the lines it reads: always on one line of a terminal, else one every quarter of a minute.
show_progress() {
  local line said=$SECONDS
  while IFS= read -r line; do
    if [ -t 1 ]; then
      printf '\r\033[K      %.72s' "$line"
    elif ((SECONDS - said >= 15)); then
      printf '      %.100s\n' "$line"
      said=$SECONDS
    fi
  done
  [ ! -t 1 ] || printf '\r\033[K'
}

# quietly LOG COMMAND...: keeps what the command prints in LOG, shows how far it has come, and the end of LOG when it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" 2>&1 | tee "$log" | show_progress || { tail -n 60 "$log" >&2; fail "this failed, all of it is in $log: $*"; }
}

# build PRESET TESTS TARGET...: configures and builds. TESTS is ON or OFF; who only builds meets no warning as an error.
build() {
  local preset=$1 tests=$2
  shift 2
  # Precompiled headers are cached, too, when the cache does not insist on their time. A result with warnings may come from a
  # build where they are no errors; the cache repeats them, so that they are found below.
  export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_INODECACHE=1 \
    CCACHE_IGNOREOPTIONS=-Werror
  quietly "build/$preset-configure.log" \
    cmake --preset "$preset" -DTRIPTYCH_TESTS="$tests" -DTRIPTYCH_WARNINGS_AS_ERRORS="$tests" -DPython3_EXECUTABLE=/usr/bin/python3
  quietly "build/$preset-build.log" cmake --build "build/$preset" --target "$@"
  if [ "$tests" = ON ] && grep -E -A 6 'warning: .*\[-W' "build/$preset-build.log" >&2; then
    fail "the compiler warns, see build/$preset-build.log"
  fi
}
