#include "base/parallel.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("every index is done once, whatever the number of threads") {
    for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
        std::vector<int> done(1000);
        for_each_index(done.size(), jobs, [&](std::size_t i) { ++done[i]; });
        CHECK(done == std::vector<int>(1000, 1));
    }
    for_each_index(0, 4, [](std::size_t) { FAIL("nothing to do"); });
}

TEST_CASE("the first failure by index is thrown, after all tasks have ended") {
    std::vector<int> done(50);
    try {
        for_each_index(done.size(), 4, [&](std::size_t i) {
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
    const std::vector<std::uint64_t> costs = {3, 9, 1, 50, 4, 4, 2};
    std::atomic<std::uint64_t> running{0}, most{0};
    std::vector<int> times(costs.size());
    for_each_within(10, costs, 4, [&](std::size_t i) {
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
    for_each_within(10, costs, 1, [&](std::size_t i) { order.push_back(i); });
    CHECK(order == std::vector<std::size_t>{3, 1, 4, 5, 0, 6, 2});
    for_each_within(10, {}, 4, [](std::size_t) { FAIL("nothing to do"); });
    CHECK_THROWS_AS(for_each_within(10, costs, 3,
                                    [](std::size_t i) {
                                        if (i == 4) throw std::runtime_error("no");
                                    }),
                    std::runtime_error);
}
