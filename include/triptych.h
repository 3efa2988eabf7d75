#ifndef TRIPTYCH_H
#define TRIPTYCH_H

#include <stddef.h>

/*
 * triptych for C, and for all that can call it: build a folder of GitBook-flavoured Markdown, check it, verify finished files.
 * Link with -ltriptych, or load libtriptych.so.1.
 *
 * The work is done by the program `triptych`, in a process of its own: it brings its libraries and threads, none of which come
 * into yours, ends at once when it is cancelled, and can't take you with it. It is looked for as TRIPTYCH_PROGRAM names it, then
 * beside this library and in `../bin`, then in PATH.
 *
 * Stable: functions stay as they are within an ABI version, new ones are added at the end. Text is UTF-8. What a function returns
 * as `const` belongs to the job and lives until the job runs again or is freed. A job is used by one thread at a time, but for
 * `triptych_cancel`; any number of jobs may run side by side.
 */

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define TRIPTYCH_API __attribute__((visibility("default")))
#else
#define TRIPTYCH_API
#endif

#define TRIPTYCH_ABI_VERSION 1

/* How a run ended. */
enum triptych_status {
    TRIPTYCH_DONE = 0,      /* all is well; there may be warnings */
    TRIPTYCH_FAULTS = 1,    /* errors among the findings, or what `strict` and `fail-on` name */
    TRIPTYCH_WRONG_USE = 2, /* an option or a path is wrong: triptych_error says which */
    TRIPTYCH_CANCELLED = 3,
    TRIPTYCH_FAILED = 4     /* the program was not found, or ended early: triptych_error says more */
};

typedef struct triptych_job triptych_job;

/* The version that the loaded library has; of use when it is that of this header. */
TRIPTYCH_API unsigned triptych_abi_version(void);

/* A job with no options; NULL when memory is out. */
TRIPTYCH_API triptych_job* triptych_job_new(void);
/* Ends what runs, removes files that were not asked for by `output`; NULL is no job. */
TRIPTYCH_API void triptych_job_free(triptych_job* job);

/*
 * Sets an option of the command line, without its dashes: ("to", "epub,pptx"), ("layout", "carnet"), ("lang", "fr"). A flag has the
 * value NULL. Options that may be repeated are added, others replaced by the last. `output` names the folder where files are left;
 * without it they are kept for as long as the job. Returns 0; -1 for what is decided here (`format`) or is no name of an option.
 * Whether the option exists, and its value is right, is told by the run.
 */
TRIPTYCH_API int triptych_job_set(triptych_job* job, const char* option, const char* value);

/* Builds a GitBook folder or a Markdown file. Blocks until it is done. */
TRIPTYCH_API enum triptych_status triptych_build(triptych_job* job, const char* source);
/* Only finds what is wrong with it. */
TRIPTYCH_API enum triptych_status triptych_check(triptych_job* job, const char* source);
/* Holds a finished PDF, EPUB, PPTX, page of slides, or a folder of them against their standards. */
TRIPTYCH_API enum triptych_status triptych_verify(triptych_job* job, const char* path);
/* From any thread: what runs on the job ends soon and returns TRIPTYCH_CANCELLED. Files of before stay whole. */
TRIPTYCH_API void triptych_cancel(triptych_job* job);

/* Why the last run could not do its work, with a hint; "" when it could. */
TRIPTYCH_API const char* triptych_error(const triptych_job* job);
/*
 * What the last run found, as a JSON array. Of a book: objects {file, line, column, severity, kind, message, hint, count, also}.
 * Of files: objects {file, clause, message}. `kind`, `severity` and `clause` are the same in every language.
 */
TRIPTYCH_API const char* triptych_findings(const triptych_job* job);

/* The files that the last build made. */
TRIPTYCH_API size_t triptych_output_count(const triptych_job* job);
/* Name within the folder, for example "guide.epub" or "guide-slides/index.html"; NULL beyond the last. */
TRIPTYCH_API const char* triptych_output_name(const triptych_job* job, size_t output);
/* Its bytes, and in `size`, which may be NULL, how many; NULL when they can't be read. */
TRIPTYCH_API const void* triptych_output_bytes(triptych_job* job, size_t output, size_t* size);

#ifdef __cplusplus
}
#endif

#endif
