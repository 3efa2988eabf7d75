#pragma once

#include <string_view>

#include <triptych/message.hpp>

namespace triptych {

/// What the module that reads PDFs back says of one, as a message. The module knows nothing of
/// catalogues: its sentences are the entries of the context `verify`.
Message said_by_verifier(std::string_view text);

}  // namespace triptych
