#include "doc/traits.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::doc;

namespace {

Block block(decltype(Block::node) node) {
    Block made;
    made.node = std::move(node);
    made.span = {FileId{0}, 1, 2};
    return made;
}

Picture linked_picture(std::string address) {
    Picture picture;
    picture.target = Url{std::move(address)};
    picture.span = {FileId{0}, 3, 4};
    return picture;
}

std::vector<std::string> addresses(const Block& block) {
    std::vector<std::string> found;
    for_each_target(
        block, [&](const Target& target, Span) { found.push_back(std::get<Url>(target).address); });
    return found;
}

}  // namespace

TEST_CASE("what kinds of blocks are") {
    CHECK(traits_of(block(Heading{})).is_heading);
    CHECK(traits_of(block(List{})).is_prose);
    CHECK(traits_of(block(Table{})).is_dense);
    CHECK(traits_of(block(CodeBlock{})).is_dense);
    CHECK(traits_of(block(Figure{})).is_figure);
    CHECK(traits_of(block(ThematicBreak{})).is_ornament);
    CHECK(traits_of(block(Callout{})).is_box);
    CHECK_FALSE(traits_of(block(Columns{})).is_box);
    CHECK_FALSE(traits_of(block(Paragraph{})).can_be_introduced);
}

TEST_CASE("an ornament parts nothing at an end, before a heading or another ornament") {
    const Blocks blocks = {block(ThematicBreak{}), block(Paragraph{}),     block(ThematicBreak{}),
                           block(Paragraph{}),     block(ThematicBreak{}), block(Heading{}),
                           block(Paragraph{}),     block(ThematicBreak{}), block(ThematicBreak{})};
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (parts_nothing(blocks, i)) found.push_back(i);
    CHECK(found == std::vector<std::size_t>{0, 4, 7, 8});
}

TEST_CASE("where a block leads, with the place that says so") {
    Figure figure;
    figure.pictures = {linked_picture("https://a.example"), Picture{}};
    CHECK(addresses(block(figure)) == std::vector<std::string>{"https://a.example"});
    LinkCard card;
    card.target = Url{"https://b.example"};
    Block leading = block(card);
    for_each_target(leading, [](Target& target, Span span) {
        CHECK(span.begin == 1);
        target = Url{"https://c.example"};
    });
    CHECK(addresses(leading) == std::vector<std::string>{"https://c.example"});
    CHECK(addresses(block(Paragraph{})).empty());
}

TEST_CASE("ids, pictures and formulas of a block are its own, not those of what is in it") {
    Tabs tabs;
    tabs.tabs.resize(3);
    tabs.tabs[0].id = "a";
    tabs.tabs[2].id = "c";
    tabs.tabs[2].body = {block(Heading{2, 2, "inside", {}, {}})};
    std::string ids;
    for_each_id(block(tabs), [&](const std::string& id) { ids += id; });
    CHECK(ids == "ac");
    Cards cards;
    cards.cards.resize(2);
    cards.cards[1].cover = Picture{MediaId{7}, {}, false, 0, {}, {}};
    std::vector<MediaId> pictures;
    for_each_picture(block(cards), [&](const Picture& one) { pictures.push_back(one.media); });
    CHECK(pictures == std::vector<MediaId>{MediaId{7}});
    std::string formula;
    for_each_formula(block(MathBlock{"x^2"}), [&](const std::string& tex) { formula = tex; });
    CHECK(formula == "x^2");
}

TEST_CASE("what a node in the line is beside its words") {
    CHECK(*facts_of({Anchor{"here"}, {}}).id == "here");
    CHECK(*facts_of({Math{"y"}, {}}).formula == "y");
    CHECK(facts_of({NoteReference{4}, {}}).note == 4);
    CHECK(facts_of({InlineImage{MediaId{1}, "alt"}, {}}).picture->alternative == "alt");
    CHECK(facts_of({Link{Url{"mailto:a@b.example"}, {}}, {}}).target != nullptr);
    const InlineFacts none = facts_of({Text{"words"}, {}});
    CHECK((!none.id && !none.formula && !none.note && !none.picture && !none.target));
}
