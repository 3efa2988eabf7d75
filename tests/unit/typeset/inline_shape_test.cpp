#include <string>

#include <doctest/doctest.h>

#include "base/parallel.hpp"
#include "inline_for_tests.hpp"
#include "typeset/inline/shape.hpp"

using namespace triptych;
using namespace triptych::typeset;
using namespace triptych::literals;

namespace {

struct Draft {
    std::string text;
    std::span<const char> keep_in(std::pmr::memory_resource& memory) const {
        return kept(std::span<const char>(text), memory);
    }
};

}  // namespace

TEST_CASE("what several threads put into a table at once is there once, and stays in its place") {
    constexpr std::size_t words = 20'000, tasks = 4;
    Threads threads(tasks);
    const auto word = [](std::size_t i) { return "mot" + std::to_string(i); };
    WordTable<std::span<const char>> table;
    std::vector<std::vector<const char*>> places(tasks, std::vector<const char*>(words));
    for_each_index(tasks, threads, [&](std::size_t thread) {
        for (std::size_t i = 0; i < words; ++i) {
            const std::size_t number = (i + thread * words / tasks) % words;
            places[thread][number] =
                table.get(word(number), [&] { return Draft{word(number)}; }).data();
        }
    });
    for (std::size_t i = 0; i < words; ++i) {
        const auto& value = table.get(word(i), [] { return Draft{"not there"}; });
        REQUIRE(std::string_view(value.data(), value.size()) == word(i));
        for (const auto& of_thread : places) REQUIRE(of_thread[i] == value.data());
    }
}

TEST_CASE("a word has the same glyphs at every size, and advances in proportion") {
    Setting setting;
    style::TextStyle large = setting.style;
    large.size = setting.style.size * 2;
    const auto& small_word = shaped_words(setting.style, "fr", false, setting.resources).get("fin");
    const auto& large_word = shaped_words(large, "fr", false, setting.resources).get("fin");
    REQUIRE(small_word.glyphs.size() == large_word.glyphs.size());
    for (std::size_t i = 0; i < small_word.glyphs.size(); ++i) {
        CHECK(small_word.glyphs[i].id == large_word.glyphs[i].id);
        CHECK(std::abs(large_word.glyphs[i].advance - 2 * small_word.glyphs[i].advance) <= 1);
    }
}

TEST_CASE("languages that fonts don't tell apart share their words") {
    Setting setting;
    const auto words = [&](std::string_view language) {
        return &shaped_words(setting.style, language, false, setting.resources);
    };
    CHECK(words("fr-FR") == words("fr"));
    CHECK(words("fr") != words("tr"));
    CHECK(words("zh-Hant-TW") == words("zh-Hant"));
    CHECK(words("zh-Hant") != words("zh-Hans"));
    CHECK(words("zh-tw") == words("ZH-TW"));
    CHECK(words("ro-MD") != words("ro"));
    CHECK(words("crh") != words("tr"));
    CHECK(words("x-one") == words("x-two"));
}
