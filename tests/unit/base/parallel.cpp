#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("every index is done once, whatever the number of threads") {
    for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
        std::vector<int> done(1000);
        Threads threads(jobs);
        for_each_index(done.size(), threads, [&](std::size_t i) { ++done[i]; });
        CHECK(done == std::vector<int>(1000, 1));
    }
    for_each_index(0, calling_thread(), [](std::size_t) { FAIL("nothing to do"); });
}

TEST_CASE("the first failure by index is thrown, after all tasks have ended") {
    Threads threads(4);
    std::vector<int> done(50);
    try {
        for_each_index(done.size(), threads, [&](std::size_t i) {
            done[i] = 1;
            if (i == 30 || i == 7) throw std::runtime_error(std::to_string(i));
        });
        FAIL("nothing was thrown");
    } catch (const std::runtime_error& failure) {
        CHECK(std::string(failure.what()) == "7");
    }
    CHECK(done == std::vector<int>(50, 1));
}

TEST_CASE("tasks with costs run side by side within their budget, the dear ones first") {
    Threads threads(4), two(2);
    const std::vector<std::uint64_t> costs = {3, 9, 1, 50, 4, 4, 2};
    std::atomic<std::uint64_t> running{0}, most{0};
    std::vector<int> times(costs.size());
    for_each_within(10, costs, threads, [&](std::size_t i) {
        const std::uint64_t now = running += costs[i];
        if (costs[i] <= 10) {
            std::uint64_t before = most;
            while (before < now && !most.compare_exchange_weak(before, now)) continue;
        } else {
            CHECK(now == costs[i]);  // alone
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        ++times[i];
        running -= costs[i];
    });
    CHECK(most <= 10);
    CHECK(times == std::vector<int>(costs.size(), 1));
    std::vector<std::size_t> order;
    for_each_within(10, costs, calling_thread(), [&](std::size_t i) { order.push_back(i); });
    CHECK(order == std::vector<std::size_t>{3, 1, 4, 5, 0, 6, 2});
    for_each_within(10, {}, threads, [](std::size_t) { FAIL("nothing to do"); });
    CHECK_THROWS_AS(for_each_within(10, costs, two,
                                    [](std::size_t i) {
                                        if (i == 4) throw std::runtime_error("no");
                                    }),
                    std::runtime_error);
}

namespace {

/// How many tasks were at work at the same time. The first ones wait for each other until `wanted`
/// of them are, or for ten seconds.
class Crowd {
public:
    explicit Crowd(int wanted) : wanted_(wanted) {}
    void visit() {
        std::unique_lock lock(mutex_);
        most_ = std::max(most_, ++inside_);
        entered_.notify_all();
        if (!entered_.wait_for(lock, std::chrono::seconds(10), [&] { return most_ >= wanted_; }))
            wanted_ = 0;
        --inside_;
    }
    int most() const { return most_; }

private:
    int wanted_, inside_ = 0, most_ = 0;
    std::mutex mutex_;
    std::condition_variable entered_;
};

/// Loops in tasks of loops, `depth` of them; only the innermost tasks count as work.
void nest(int depth, Threads& threads, Crowd& crowd, std::atomic<int>& done) {
    for_each_index(3, threads, [&](std::size_t) {
        if (depth > 1) return nest(depth - 1, threads, crowd, done);
        crowd.visit();
        ++done;
    });
}

}  // namespace

TEST_CASE("loops inside loops share the threads there are, and use them all") {
    for (const unsigned jobs : {1U, 2U, 4U}) {
        Threads threads(jobs);
        Crowd crowd(static_cast<int>(jobs));
        std::atomic<int> done{0};
        nest(4, threads, crowd, done);
        CHECK(done == 3 * 3 * 3 * 3);
        CHECK(crowd.most() == static_cast<int>(jobs));
    }
}

TEST_CASE("a thread whose own tasks are done helps with the loops inside the last one") {
    Threads threads(2);
    Crowd crowd(2);
    for_each_index(2, threads, [&](std::size_t i) {
        if (i == 0) return;
        for_each_index(20, threads, [&](std::size_t) { crowd.visit(); });
    });
    CHECK(crowd.most() == 2);
}

TEST_CASE("a thread that waits takes no task of another loop, whose lock it may hold") {
    Threads threads(3);
    std::mutex mutex;
    for_each_index(6, threads, [&](std::size_t) {
        const std::lock_guard lock(mutex);
        for_each_index(4, threads, [](std::size_t) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        });
    });
}

TEST_CASE("a failure inside a loop inside a loop comes out") {
    Threads threads(3);
    CHECK_THROWS_WITH(for_each_index(4, threads,
                                     [&](std::size_t i) {
                                         for_each_index(4, threads, [&](std::size_t k) {
                                             if (i == 2 && k == 3) throw std::runtime_error("2.3");
                                         });
                                     }),
                      "2.3");
}
