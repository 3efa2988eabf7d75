#pragma once

#include <deque>
#include <optional>
#include <string>

#include <triptych/build.hpp>

#include "pipeline/layouts.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// The whole book or one of its editions, on its way to files.
struct Work {
    std::string edition;  ///< its name; empty for the whole book
    Request request;
    Loaded loaded;
    Layouts layouts{};
};

/// All that is made of a book, laid out: itself, unless editions alone are asked for, and its
/// editions. Editions know the pages of the whole booklet where both are made.
std::deque<Work> lay_out_works(const Request& request, Loaded whole, Result& result);

/// The first of them, not laid out, with `request` as it has it; nothing when there is none.
std::optional<Work> first_work(const Request& request, Loaded whole, Result& result);

}  // namespace triptych::pipeline
