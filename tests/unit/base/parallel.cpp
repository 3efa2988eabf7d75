#include "base/parallel.hpp"

#include <stdexcept>
#include <string>
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
