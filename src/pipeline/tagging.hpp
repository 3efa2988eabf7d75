#pragma once

#include <triptych/build.hpp>

#include "typeset/context.hpp"

namespace triptych::pipeline {

bool attaches(const Request& request, Attachment attachment);
/// What the structure of the request's PDFs tells; nothing more than ever with PDF/UA-1.
typeset::Tagging tagging_of(const Request& request);

}  // namespace triptych::pipeline
