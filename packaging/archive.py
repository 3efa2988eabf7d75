#!/usr/bin/env python3
"""Makes a folder that runs on every Linux with glibc 2.36 or later of an installed tree: archive.py TREE

TREE is what `cmake --install --component program` has made. The libraries of this machine that the programs need are put
into TREE/lib, found there by `$ORIGIN`, and what is large and never used is taken out of them: locales of ICU, encoders
of AVIF, the network and the screen of Qt, screens of Cairo, keys of encrypted PDFs.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# glibc stays that of the machine: the loader and what belongs to it must fit each other.
OF_THE_SYSTEM = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|nsl)\.so.*|linux-vdso.*)$")
# Libraries that others link and that nothing here ever calls. In their place stands one with the same names.
NEVER_CALLED = ("libSvtAv1Enc.so.", "librav1e.so.", "libaom.so.", "libx265.so.", "libgav1.so.", "libQt5Network.so.", "libGL.so.",
                # Poppler checks signatures with these,
                "libnss3.so", "libnssutil3.so", "libsmime3.so", "libplc4.so", "libplds4.so", "libnspr4.so",
                # Cairo draws on screens with these, GLib lists disks with the last.
                "libX11.so.", "libXext.so.", "libXrender.so.", "libxcb.so.", "libxcb-render.so.", "libxcb-shm.so.", "libmount.so.")
# libqpdf asks this one for keys of encrypted PDFs only, and says that they can't be read when every call fails.
ALWAYS_FAILS = ("libgnutls.so.",)
# Of ICU's data what is asked for: properties, normalisation, breaks with their dictionaries and
# the rules of East Asia, French, English, root.
ICU_KEPT = re.compile(r"(brkitr/.*\.(brk|dict|lstm)|brkitr/(root|en|fr|ja|ko|zh|zh_Hant|res_index)\.res|.*\.nrm|uemoji\.icu|ulayout\.icu|unames\.icu"
                      r"|uprops\.icu|ucase\.icu|ubidi\.icu|pnames\.icu|cnvalias\.icu|icuver\.res|icustd\.res|pool\.res"
                      r"|(root|en|fr|res_index|supplementalData|likelySubtags|numberingSystems|keyTypeData|timezoneTypes)\.res"
                      r"|coll/(root|res_index|ucadata)\.(res|icu)|coll/ucadata\.icu)")
LANGUAGES = ("fr", "en_US")


def read(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def do(*command):
    subprocess.run([str(word) for word in command], check=True)


def libraries_of(binary):
    """Name and place of every library that the loader finds for it."""
    found = {}
    for line in read("ldd", binary).splitlines():
        match = re.match(r"\s*(\S+) => (/\S+)", line)
        if match and not OF_THE_SYSTEM.match(match[1]):
            found[match[1]] = pathlib.Path(match[2])
        elif "not found" in line:
            sys.exit(f"archive.py: {binary} needs {line.strip()}")
    return found


def needed(binary):
    return re.findall(r"\(NEEDED\).*\[(.+)\]", read("readelf", "-d", binary))


def undefined(binary):
    return {line.split()[-1] for line in read("nm", "-D", "--undefined-only", binary).splitlines()}


def defined(binary):
    """Every name that a library gives, with its version or ""."""
    names = {}
    for line in read("nm", "-D", "--defined-only", "--with-symbol-versions", binary).splitlines():
        name, _, version = line.split()[-1].partition("@")
        names[name] = version.lstrip("@")
    return names


def names_alone(names):
    return {name.partition("@")[0] for name in names}


def stand_in(library, users, fails=False):
    """Puts a library in its place that has the names its users link; a call fails, or ends the program."""
    given = defined(library)
    wanted = sorted(set().union(*(names_alone(undefined(user)) for user in users)) & set(given))
    with tempfile.TemporaryDirectory() as folder:
        source, versions = pathlib.Path(folder, "stand_in.c"), pathlib.Path(folder, "versions")
        bodies = {name: f"const char* {name}(void) {{ return \"\"; }}" if fails and name.endswith("strerror")
                  else f"int {name}(void) {{ return -1; }}" if fails else f"void {name}(void) {{ __builtin_trap(); }}" for name in wanted}
        source.write_text("".join(f"{body}\n" for body in bodies.values()))
        named = sorted({given[name] for name in wanted} - {""})
        versions.write_text("".join(f"{version} {{ {' '.join(n + ';' for n in wanted if given[n] == version)} }};\n"
                                    for version in named))
        # glibc 2.41 refuses libraries that ask for a stack that can be executed.
        do("gcc", "-shared", "-nostdlib", "-fno-builtin", "-w", "-Wl,-z,noexecstack", f"-Wl,-soname,{library.name}",
           *([f"-Wl,--version-script={versions}"] if named else []), "-o", library, source)


def trim_icu(library):
    """Writes ICU's data anew without what is never asked for."""
    release = re.search(r"\.so\.(\d+)$", library.name)[1]
    symbol, package = f"icudt{release}_dat", f"icudt{release}l"
    address = next(int(line.split()[0], 16) for line in read("nm", "-D", library).splitlines() if line.endswith(symbol))
    section = next(line.split() for line in read("readelf", "-SW", library).replace("[ ", "[").splitlines()
                   if re.match(r"\s*\[\d+\] \.rodata\s", line))
    start, offset, size = (int(word, 16) for word in section[3:6])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        whole, kept, trimmed = folder / f"{package}.dat", folder / "kept.txt", folder / f"trimmed/{package}.dat"
        whole.write_bytes(library.read_bytes()[offset + address - start:offset + size])
        kept.write_text("".join(f"{name}\n" for name in read("icupkg", "-l", whole).split() if ICU_KEPT.fullmatch(name)))
        items = folder / "items"
        items.mkdir()
        do("icupkg", "-x", kept, "-d", items, whole)
        trimmed.parent.mkdir()
        do("icupkg", "-s", items, "-a", kept, "new", trimmed)
        source = folder / "data.S"
        source.write_text(f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n{symbol}:\n'
                          f'.incbin "{trimmed}"\n.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",@progbits\n')
        do("gcc", "-shared", "-nostdlib", "-Wl,-z,noexecstack", f"-Wl,-soname,{library.name}", "-o", library, source)


def drop_unreached(programs, libraries):
    """Takes away what nothing needs any more."""
    reached, waiting = set(), list(programs)
    while waiting:
        for name in needed(waiting.pop()):
            if name in libraries and name not in reached:
                reached.add(name)
                waiting.append(libraries[name])
    for name in set(libraries) - reached:
        libraries.pop(name).unlink()


def copy_licences(places, folder):
    """What the packages that the libraries come from say of their licences."""
    folder.mkdir(parents=True)
    packages = set()
    for place in places:
        for known in (place, place.resolve(), pathlib.Path("/usr") / str(place).lstrip("/")):
            process = subprocess.run(["dpkg-query", "-S", known], capture_output=True, text=True)
            if process.returncode == 0:
                packages.add(process.stdout.split(":")[0])
                break
        else:
            sys.exit(f"archive.py: no package holds {place}")
    for package in sorted(packages | {f"hyphen-{language.lower().replace('_', '-')}" for language in LANGUAGES}):
        shutil.copyfile(f"/usr/share/doc/{package}/copyright", folder / f"{package}.txt")


def main(tree):
    library_folder, modules = tree / "lib", tree / "lib/triptych/modules"
    programs = [tree / "bin/triptych", *sorted(modules.iterdir())]
    places = {}
    for program in programs:
        places.update(libraries_of(program))
    libraries = {}
    for name, place in sorted(places.items()):
        libraries[name] = library_folder / name
        shutil.copyfile(place, libraries[name])
        libraries[name].chmod(0o755)
    for name, library in libraries.items():
        if name.startswith(NEVER_CALLED + ALWAYS_FAILS):
            users = [other for other in libraries.values() if name in needed(other)]
            stand_in(library, users, fails=name.startswith(ALWAYS_FAILS))
        elif name.startswith("libicudata.so."):
            trim_icu(library)
    drop_unreached(programs, libraries)
    for library in libraries.values():
        do("strip", "--strip-unneeded", library)
        do("patchelf", "--set-rpath", "$ORIGIN", library)
    for program in programs:
        do("patchelf", "--set-rpath", "$ORIGIN/../lib" if program.parent.name == "bin" else "$ORIGIN/../..", program)
    hyphens = tree / "share/triptych/hyphen"
    hyphens.mkdir(parents=True)
    for language in LANGUAGES:
        shutil.copyfile(f"/usr/share/hyphen/hyph_{language}.dic", hyphens / f"hyph_{language}.dic")
    copy_licences([places[name] for name in libraries], tree / "share/doc/triptych/libraries")
    shutil.rmtree(tree / "share/lintian", ignore_errors=True)
    for path in [*tree.rglob("*")]:
        is_program = path.is_dir() or path in programs or path.suffix == ".so" or path.read_bytes()[:2] == b"#!"
        path.chmod(0o755 if is_program else 0o644)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
