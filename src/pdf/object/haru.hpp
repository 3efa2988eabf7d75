#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pdf/object/format.hpp"

namespace triptych::pdf::object {

/// An indirect object as text: a dictionary's entries, and a stream's data, `Length` left out.
struct Body {
    std::string entries;
    std::optional<std::string> data;
};

/// libharu's table of objects, and its writer of classic files. The only place that sees libharu;
/// of the library only the object store is used: its loaders of fonts and pictures end the process
/// on bad input, and its real numbers are inexact.
class Haru {
public:
    Haru();
    ~Haru();
    Haru(const Haru&) = delete;
    Haru& operator=(const Haru&) = delete;

    /// Takes the next object number, from 1 up; `Ref::none` once libharu has refused (memory, or
    /// the limit of 8,388,607 objects, ISO 32000-1 Annex C).
    Ref reserve();
    std::size_t count() const;

    /// A file with a cross-reference table (§7.5.4). `bodies[i]` is object i + 1; `trailer` holds
    /// the entries of the trailer but `Size`. Nothing when libharu refuses. To be called once.
    std::optional<std::string> write(std::vector<Body> bodies, const std::string& trailer,
                                     Version version);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace triptych::pdf::object
