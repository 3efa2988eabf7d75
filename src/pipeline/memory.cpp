#include "pipeline/memory.hpp"

namespace triptych {

BuildMemory::BuildMemory() : state_(std::make_unique<State>()) {}
BuildMemory::~BuildMemory() = default;

void BuildMemory::forget() { *state_ = {}; }

}  // namespace triptych
