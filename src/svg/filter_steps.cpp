#include "svg/filter_steps.hpp"

#include <algorithm>
#include <string_view>

#include "svg/values.hpp"

namespace triptych::svg {
namespace {

/// A kernel of another size than it says brings librsvg down.
bool is_kernel(pugi::xml_node convolve) {
    constexpr double largest_order = 9;
    const auto order = numbers(convolve.attribute("order").value());
    if (order.empty() || order.size() > 2) return false;
    for (const double one : order)
        if (one < 1 || one > largest_order || one != static_cast<int>(one)) return false;
    const auto in_kernel = [&](const char* name, double size) {
        const double target = number(convolve.attribute(name).value()).value_or(0);
        return target >= 0 && target < size && target == static_cast<int>(target);
    };
    return in_kernel("targetX", order.front()) && in_kernel("targetY", order.back()) &&
           static_cast<double>(numbers(convolve.attribute("kernelMatrix").value()).size()) ==
               order.front() * order.back();
}

bool is_at_most(pugi::xml_node node, const char* name, double most) {
    const auto all = numbers(node.attribute(name).value());
    return std::all_of(all.begin(), all.end(), [&](double one) { return one >= 0 && one <= most; });
}

}  // namespace

void order_functions(pugi::xml_node transfer) {
    for (const char* name : {"feFuncR", "feFuncG", "feFuncB", "feFuncA"}) {
        auto last = pugi::xml_node();
        for (const auto one : transfer.children(name)) last = one;
        if (!last) continue;
        transfer.append_copy(last);
        while (transfer.child(name) && transfer.child(name) != transfer.last_child())
            transfer.remove_child(transfer.child(name));
    }
}

bool is_sound(pugi::xml_node primitive) {
    const std::string_view name = primitive.name();
    if (name == "feConvolveMatrix") return is_kernel(primitive);
    if (name == "feGaussianBlur") return is_at_most(primitive, "stdDeviation", 1000);
    if (name == "feMorphology") return is_at_most(primitive, "radius", 1000);
    if (name == "feTurbulence")
        return is_at_most(primitive, "baseFrequency", 1000) &&
               is_at_most(primitive, "numOctaves", 10);
    return true;
}

}  // namespace triptych::svg
