#pragma once

#include <string>
#include <string_view>

#include <triptych/build.hpp>

#include "font/library.hpp"

namespace triptych::pipeline {

/// The faces of the machine that `words` need beside those of `fonts`, in the order in which they
/// are needed; none unless the request wants them. Says that the outputs depend on them.
font::SystemFaces system_faces(const Request& request, std::string_view words,
                               std::string_view language, const font::Library& fonts,
                               std::string_view family, Diagnostics& diagnostics);

}  // namespace triptych::pipeline
