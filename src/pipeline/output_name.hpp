#pragma once

#include <string>
#include <string_view>

#include <triptych/build.hpp>

#include "doc/model.hpp"

namespace triptych::pipeline {

/// What the names of all outputs begin with: the name that was asked for; for one page the path of
/// its file, with `-page` where it belongs to a book, whose files are others; else the title. Never
/// a name that Windows keeps for devices.
std::string output_stem(const Request& request, const doc::Book& book);

}  // namespace triptych::pipeline
