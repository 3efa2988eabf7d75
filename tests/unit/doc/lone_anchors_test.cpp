#include "doc/lone_anchors.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace triptych;

namespace {

doc::Block lone_anchor(std::string id) {
    return {doc::Paragraph{{{doc::Anchor{std::move(id)}, {}}}}, {}};
}

doc::Block words_of(std::string text) {
    return {doc::Paragraph{{{doc::Text{std::move(text)}, {}}}}, {}};
}

doc::Blocks joined(doc::Blocks blocks) {
    doc::Book book;
    book.pages.emplace_back();
    book.pages.front().body = std::move(blocks);
    doc::join_lone_anchors(book);
    return std::move(book.pages.front().body);
}

const doc::Inlines& body_of(const doc::Block& block) {
    return std::get<doc::Paragraph>(block.node).body;
}

}  // namespace

TEST_CASE("lone anchors go into the text behind them, in their order") {
    const doc::Blocks blocks = joined({lone_anchor("a"), lone_anchor("b"), words_of("Mot")});
    REQUIRE(blocks.size() == 1);
    REQUIRE(body_of(blocks.front()).size() == 3);
    CHECK(std::get<doc::Anchor>(body_of(blocks.front())[0].node).id == "a");
    CHECK(std::get<doc::Anchor>(body_of(blocks.front())[1].node).id == "b");
}

TEST_CASE("lone anchors in front of what has no line, and at the end, are one paragraph") {
    const doc::Blocks blocks =
        joined({lone_anchor("a"), lone_anchor("b"), {doc::CodeBlock{}, {}}, lone_anchor("c")});
    REQUIRE(blocks.size() == 3);
    CHECK(body_of(blocks[0]).size() == 2);
    CHECK(body_of(blocks[2]).size() == 1);
}

TEST_CASE("a hundred thousand lone anchors are joined at once") {
    doc::Blocks many;
    for (int i = 0; i < 100'000; ++i) many.push_back(lone_anchor("a"));
    many.push_back(words_of("Mot"));
    CHECK(body_of(joined(std::move(many)).front()).size() == 100'001);
}
