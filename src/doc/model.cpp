#include "doc/model.hpp"

namespace triptych::doc {

Inline::Inline() noexcept = default;
Inline::Inline(const Inline&) = default;
Inline::Inline(Inline&&) noexcept = default;
Inline& Inline::operator=(const Inline&) = default;
Inline& Inline::operator=(Inline&&) noexcept = default;
Inline::~Inline() = default;

Block::Block() noexcept = default;
Block::Block(const Block&) = default;
Block::Block(Block&&) noexcept = default;
Block& Block::operator=(const Block&) = default;
Block& Block::operator=(Block&&) noexcept = default;
Block::~Block() = default;

}  // namespace triptych::doc
