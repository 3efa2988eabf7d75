#include "doc/traits.hpp"
#include "typeset/flow/flow.hpp"

namespace triptych::typeset {

namespace {

/// An ornament parts two texts; at the ends and in front of a heading it parts nothing.
bool parts_nothing(const doc::Blocks& blocks, std::size_t at) {
    if (!doc::traits_of(blocks[at]).is_ornament) return false;
    if (at == 0 || at + 1 == blocks.size()) return true;
    const doc::Traits next = doc::traits_of(blocks[at + 1]);
    return next.is_ornament || next.is_heading;
}

}  // namespace

void add_blocks(const doc::Blocks& blocks, const Column& column, Flow& flow) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (parts_nothing(blocks, i)) continue;
        const doc::Block& block = blocks[i];
        flow.begin_block(block.span);
        // Overloads, no fallback: a new kind of block has no `add` and fails to compile.
        std::visit([&](const auto& node) { add(node, column, flow); }, block.node);
    }
}

Galley set_blocks(const doc::Blocks& blocks, Length measure, pages::ElementId parent,
                  Context& context) {
    Flow flow(context, context.grid);
    add_blocks(blocks, {{}, measure, parent}, flow);
    return flow.take();
}

}  // namespace triptych::typeset
