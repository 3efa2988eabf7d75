#pragma once

namespace triptych {

/// Overloads made of lambdas, for `std::visit(Match{…}, variant)`. Never add an `auto` fallback for
/// model nodes: a new kind must fail to compile until every room has said what it does with it.
template <typename... Functions>
struct Match : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Match(Functions...) -> Match<Functions...>;

}  // namespace triptych
