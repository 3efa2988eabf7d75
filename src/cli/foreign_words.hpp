#pragma once

#include <string_view>

#include <triptych/message.hpp>

/// What libraries say to people, as messages that are translated.
namespace triptych::cli {

/// What the parser of the command line says is wrong, or a check of ours that it repeats.
Message said_by_parser(std::string_view text);

/// What the system calls an error (errno(3)).
Message said_by_system(int error);

}  // namespace triptych::cli
