#include "doc/traits.hpp"

#include <type_traits>

#include "base/match.hpp"

namespace triptych::doc {

namespace {

template <typename Model, typename Node>
using Like = std::conditional_t<std::is_const_v<Model>, const Node, Node>;

/// Takes nothing; what looks for one kind of part hides the one it looks for.
struct Parts {
    void id(const std::string&) const {}
    void target(const Target&, Span) const {}
    void picture(const Picture&) const {}
    void formula(const std::string&) const {}
};

/// The one list of what a block holds beside words, blocks and inlines. `AnyBlock` is `Block` or
/// `const Block`.
template <typename AnyBlock, typename Take>
// Long because every kind of block is here.
void visit_parts(AnyBlock& block, const Take& take) {
    const auto ids = [&](auto& parts) {
        for (auto& part : parts) take.id(part.id);
    };
    std::visit(Match{
                   [](Like<AnyBlock, Paragraph>&) {},
                   [&](Like<AnyBlock, Heading>& node) { take.id(node.id); },
                   [](Like<AnyBlock, List>&) {},
                   [](Like<AnyBlock, Callout>&) {},
                   [](Like<AnyBlock, Quote>&) {},
                   [](Like<AnyBlock, CodeBlock>&) {},
                   [](Like<AnyBlock, Diagram>&) {},
                   [&](Like<AnyBlock, MathBlock>& node) { take.formula(node.tex); },
                   [](Like<AnyBlock, Table>&) {},
                   [&](Like<AnyBlock, Figure>& node) {
                       for (auto& picture : node.pictures) {
                           take.picture(picture);
                           if (picture.target) take.target(*picture.target, picture.span);
                       }
                   },
                   [](Like<AnyBlock, MissingPicture>&) {},
                   [&](Like<AnyBlock, Tabs>& node) { ids(node.tabs); },
                   [&](Like<AnyBlock, Steps>& node) { ids(node.steps); },
                   [&](Like<AnyBlock, Cards>& node) {
                       for (auto& card : node.cards) {
                           if (card.cover) take.picture(*card.cover);
                           if (card.target) take.target(*card.target, card.span);
                       }
                   },
                   [&](Like<AnyBlock, Details>& node) { take.id(node.id); },
                   [](Like<AnyBlock, Columns>&) {},
                   [&](Like<AnyBlock, Updates>& node) { ids(node.updates); },
                   [&](Like<AnyBlock, LinkCard>& node) { take.target(node.target, block.span); },
                   [](Like<AnyBlock, ThematicBreak>&) {},
                   [](Like<AnyBlock, Unsupported>&) {},
               },
               block.node);
}

template <typename AnyTarget>
struct Targets : Parts {
    const std::function<void(AnyTarget&, Span)>& each;
    void target(AnyTarget& target, Span span) const { each(target, span); }
};

struct Ids : Parts {
    const std::function<void(const std::string&)>& each;
    void id(const std::string& id) const {
        if (!id.empty()) each(id);
    }
};

struct Pictures : Parts {
    const std::function<void(const Picture&)>& each;
    void picture(const Picture& picture) const { each(picture); }
};

struct Formulas : Parts {
    const std::function<void(const std::string&)>& each;
    void formula(const std::string& tex) const { each(tex); }
};

}  // namespace

Traits traits_of(const Block& block) {
    constexpr Traits introduced{.can_be_introduced = true};
    constexpr Traits framed{.is_framed = true, .can_be_introduced = true};
    constexpr Traits box{.is_box = true, .can_be_introduced = true};
    constexpr Traits framed_box{.is_framed = true, .is_box = true, .can_be_introduced = true};
    return std::visit(
        Match{
            [](const Paragraph&) { return Traits{.is_prose = true}; },
            [](const Heading&) { return Traits{.is_heading = true}; },
            [](const List&) {
                return Traits{.is_prose = true, .is_box = true, .can_be_introduced = true};
            },
            [=](const Callout&) { return framed_box; },
            [=](const Quote&) { return framed_box; },
            [](const CodeBlock&) {
                return Traits{.is_dense = true, .is_framed = true, .can_be_introduced = true};
            },
            [=](const Diagram&) { return framed; },
            [=](const MathBlock&) { return introduced; },
            [](const Table&) {
                return Traits{.is_dense = true, .is_box = true, .can_be_introduced = true};
            },
            [](const Figure&) { return Traits{.is_figure = true, .can_be_introduced = true}; },
            [=](const MissingPicture&) { return framed; },
            [=](const Tabs&) { return box; },
            [=](const Steps&) { return box; },
            [=](const Cards&) { return box; },
            [=](const Details&) { return framed_box; },
            [=](const Columns&) { return introduced; },
            [=](const Updates&) { return box; },
            [=](const LinkCard&) { return framed_box; },
            [](const ThematicBreak&) { return Traits{.is_ornament = true}; },
            [](const Unsupported&) { return Traits{.is_framed = true}; },
        },
        block.node);
}

bool parts_nothing(std::span<const Block> blocks, std::size_t at) {
    if (!traits_of(blocks[at]).is_ornament) return false;
    if (at == 0 || at + 1 == blocks.size()) return true;
    const Traits next = traits_of(blocks[at + 1]);
    return next.is_ornament || next.is_heading;
}

void for_each_id(const Block& block, const std::function<void(const std::string&)>& each) {
    visit_parts(block, Ids{{}, each});
}

void for_each_target(const Block& block, const std::function<void(const Target&, Span)>& each) {
    visit_parts(block, Targets<const Target>{{}, each});
}

void for_each_target(Block& block, const std::function<void(Target&, Span)>& each) {
    visit_parts(block, Targets<Target>{{}, each});
}

void for_each_picture(const Block& block, const std::function<void(const Picture&)>& each) {
    visit_parts(block, Pictures{{}, each});
}

void for_each_formula(const Block& block, const std::function<void(const std::string&)>& each) {
    visit_parts(block, Formulas{{}, each});
}

InlineFacts facts_of(const Inline& node) {
    InlineFacts facts;
    std::visit(Match{
                   [](const Text&) {},
                   [](const Emphasis&) {},
                   [](const Strong&) {},
                   [](const Strikethrough&) {},
                   [](const Superscript&) {},
                   [](const Subscript&) {},
                   [](const Mark&) {},
                   [](const Foreign&) {},
                   [](const Ruby&) {},
                   [](const Code&) {},
                   [](const Keyboard&) {},
                   [&](const Math& formula) { facts.formula = &formula.tex; },
                   [&](const Link& link) { facts.target = &link.target; },
                   [&](const InlineImage& picture) { facts.picture = &picture; },
                   [&](const NoteReference& reference) { facts.note = reference.note; },
                   [&](const Anchor& anchor) { facts.id = &anchor.id; },
                   [](const LineBreak&) {},
               },
               node.node);
    return facts;
}

}  // namespace triptych::doc
