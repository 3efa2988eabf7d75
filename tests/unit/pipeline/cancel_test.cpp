#include <atomic>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <triptych/build.hpp>

namespace triptych {
namespace {

/// A small book of the repository, asked for with all that takes time.
struct Asked {
    std::unique_ptr<Files> data = folder_files(TRIPTYCH_SOURCE_DIR);
    std::unique_ptr<Files> book = folder_files(TRIPTYCH_SOURCE_DIR "/examples/carnet");
    std::stop_source stop;
    std::atomic<int> begun{0};
    Request request;

    explicit Asked(unsigned jobs, int stage = 0) {
        request.book = book.get();
        request.data = data.get();
        request.jobs = jobs;
        request.stop = stop.get_token();
        request.progress = [this, stage](std::string_view, Step step) {
            if (step == Step::begins && ++begun == stage) stop.request_stop();
        };
    }
};

}  // namespace

TEST_CASE("a build that nobody stops is whole") {
    Asked asked(2);
    const Result result = build(asked.request);
    CHECK_FALSE(result.cancelled);
    CHECK(result.outputs.size() == 5);
}

TEST_CASE("a build ends without outputs when it is stopped, whatever it is at") {
    for (const unsigned jobs : {1U, 3U}) {
        Asked whole(jobs);
        build(whole.request);
        REQUIRE(whole.begun > 4);
        for (int stage = 1; stage < whole.begun; stage += 2) {
            INFO(jobs, " jobs, stage ", stage);
            Asked asked(jobs, stage);
            const Result result = build(asked.request);
            CHECK(result.cancelled);
            CHECK(result.outputs.empty());
            CHECK(result.parity.empty());
        }
    }
}

TEST_CASE("what is stopped before it begins does nothing") {
    Asked asked(2);
    asked.stop.request_stop();
    CHECK(build(asked.request).cancelled);
    CHECK(check(asked.request).cancelled);
    CHECK(asked.begun == 0);
}

}  // namespace triptych
