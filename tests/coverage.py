"""Says how many lines of src/ the tests in build/coverage ran through, by room. To be run after them."""

import collections
import json
import pathlib
import subprocess

TREE = pathlib.Path(__file__).resolve().parent.parent / "build/coverage"


def run(*command):
    return subprocess.run(command, cwd=TREE, check=True, capture_output=True, text=True).stdout


def main():
    profiles = sorted(str(path) for path in (TREE / "profiles").glob("*.profraw"))
    programs = ["triptych", "triptych-verify.so", "triptych-syntax.so", "triptych-decoder",
                "tests/golden"]
    programs += sorted(f"tests/{path.name}" for path in (TREE / "tests").glob("test_*") if path.is_file())
    run("llvm-profdata", "merge", "-sparse", *profiles, "-o", "lines.profdata")
    objects = [argument for program in programs[1:] for argument in ("-object", program)]
    report = json.loads(run("llvm-cov", "export", "-summary-only", "-instr-profile", "lines.profdata", programs[0], *objects))
    lines, covered = collections.Counter(), collections.Counter()
    for file in report["data"][0]["files"]:
        if "/src/" not in file["filename"] or "/tests/" in file["filename"]:
            continue
        room = file["filename"].split("/src/")[-1].split("/")[0]
        lines[room] += file["summary"]["lines"]["count"]
        covered[room] += file["summary"]["lines"]["covered"]
    print("lines of src/ that tests ran through under sanitizers:",
          ", ".join(f"{room} {covered[room] / lines[room]:.0%}" for room in sorted(lines)))
    print(f"together {covered.total() / lines.total():.1%} of {lines.total()} lines")


if __name__ == "__main__":
    main()
