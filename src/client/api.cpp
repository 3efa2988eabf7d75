#include <triptych.h>

#include <fstream>
#include <iterator>
#include <new>
#include <string>

#include "client/job.hpp"

namespace {

/// Nothing is thrown into C.
template <typename Work>
triptych_status guarded(triptych_job* job, const Work& work) {
    if (job == nullptr) return TRIPTYCH_WRONG_USE;
    try {
        return work();
    } catch (...) {
        job->error.clear();
        job->findings.clear();
        return TRIPTYCH_FAILED;
    }
}

}  // namespace

unsigned triptych_abi_version(void) { return TRIPTYCH_ABI_VERSION; }

triptych_job* triptych_job_new(void) { return new (std::nothrow) triptych_job; }

void triptych_job_free(triptych_job* job) {
    if (job != nullptr) job->cancel();
    delete job;
}

int triptych_job_set(triptych_job* job, const char* option, const char* value) {
    if (job == nullptr || option == nullptr) return -1;
    try {
        return job->set(option, value) ? 0 : -1;
    } catch (...) {
        return -1;
    }
}

triptych_status triptych_build(triptych_job* job, const char* source) {
    return guarded(job, [&] { return job->build(source ? source : ""); });
}

triptych_status triptych_check(triptych_job* job, const char* source) {
    return guarded(job, [&] { return job->check(source ? source : ""); });
}

triptych_status triptych_verify(triptych_job* job, const char* path) {
    return guarded(job, [&] { return job->verify(path ? path : ""); });
}

void triptych_cancel(triptych_job* job) {
    if (job != nullptr) job->cancel();
}

const char* triptych_error(const triptych_job* job) { return job ? job->error.c_str() : ""; }

const char* triptych_findings(const triptych_job* job) {
    return job && !job->findings.empty() ? job->findings.c_str() : "[]";
}

size_t triptych_output_count(const triptych_job* job) { return job ? job->outputs.size() : 0; }

const char* triptych_output_name(const triptych_job* job, size_t output) {
    return job && output < job->outputs.size() ? job->outputs[output].name.c_str() : nullptr;
}

const void* triptych_output_bytes(triptych_job* job, size_t output, size_t* size) {
    if (job == nullptr || output >= job->outputs.size()) return nullptr;
    try {
        auto& one = job->outputs[output];
        if (!one.bytes) {
            std::ifstream file(one.path, std::ios::binary);
            if (!file) return nullptr;
            one.bytes.emplace(std::istreambuf_iterator<char>(file),
                              std::istreambuf_iterator<char>());
        }
        if (size != nullptr) *size = one.bytes->size();
        return one.bytes->data();
    } catch (...) {
        return nullptr;
    }
}
