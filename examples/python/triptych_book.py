"""Builds a book by the C interface (include/triptych.h), with nothing but Python's ctypes:

    python3 triptych_book.py BOOK [OPTION=VALUE …]

prints what was made and found.
"""

import ctypes
import ctypes.util
import json
import os
import sys

STATUS = ("done", "faults", "wrong use", "cancelled", "failed")


def load(path=None):
    """The library: where `path` or TRIPTYCH_LIBRARY says, or where the system has it."""
    found = path or os.environ.get("TRIPTYCH_LIBRARY") or ctypes.util.find_library("triptych") or "libtriptych.so.1"
    library = ctypes.CDLL(found)
    job, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
    for name, result, *arguments in (
            ("abi_version", ctypes.c_uint),
            ("job_new", job), ("job_free", None, job), ("job_set", ctypes.c_int, job, text, text),
            ("build", ctypes.c_int, job, text), ("check", ctypes.c_int, job, text), ("verify", ctypes.c_int, job, text),
            ("cancel", None, job), ("error", text, job), ("findings", text, job),
            ("output_count", size, job), ("output_name", text, job, size),
            ("output_bytes", ctypes.c_void_p, job, size, ctypes.POINTER(size))):
        function = getattr(library, "triptych_" + name)
        function.restype, function.argtypes = result, arguments
    return library


class Job:
    """A build, check or verification with options as on the command line: `Job(to="epub", html_folder=True)`."""

    def __init__(self, library=None, **options):
        self.library = library or load()
        self.job = self.library.triptych_job_new()
        for name, value in options.items():
            self.set(name.replace("_", "-"), value)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.library.triptych_job_free(self.job)
        self.job = None

    def set(self, option, value=True):
        word = None if value is True else str(value).encode()
        if self.library.triptych_job_set(self.job, option.encode(), word) != 0:
            raise ValueError(f"'{option}' can't be set")

    def build(self, source):
        return STATUS[self.library.triptych_build(self.job, os.fsencode(source))]

    def check(self, source):
        return STATUS[self.library.triptych_check(self.job, os.fsencode(source))]

    def verify(self, path):
        return STATUS[self.library.triptych_verify(self.job, os.fsencode(path))]

    def cancel(self):
        self.library.triptych_cancel(self.job)

    @property
    def error(self):
        return self.library.triptych_error(self.job).decode()

    @property
    def findings(self):
        return json.loads(self.library.triptych_findings(self.job))

    @property
    def outputs(self):
        """The bytes of the files made, by name."""
        made = {}
        for index in range(self.library.triptych_output_count(self.job)):
            size = ctypes.c_size_t()
            bytes_at = self.library.triptych_output_bytes(self.job, index, ctypes.byref(size))
            made[self.library.triptych_output_name(self.job, index).decode()] = ctypes.string_at(bytes_at, size.value)
        return made


def main(book, *words):
    with Job(**{name: value or True for name, _, value in (word.partition("=") for word in words)}) as job:
        status = job.build(book)
        for name, made in job.outputs.items():
            print(f"{name}: {len(made)} bytes")
        for finding in job.findings:
            print(f"{finding['file']}:{finding['line']}: {finding['severity']}: {finding['message']}")
        print(f"{status}{': ' + job.error if job.error else ''}")
        return 0 if status == "done" else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
