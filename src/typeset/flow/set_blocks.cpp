#include "typeset/flow/flow.hpp"

namespace triptych::typeset {

void add_blocks(const doc::Blocks& blocks, const Column& column, Flow& flow) {
    for (const doc::Block& block : blocks) {
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
