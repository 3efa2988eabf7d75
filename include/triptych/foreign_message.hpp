#pragma once

#include <span>
#include <string_view>

#include <triptych/message.hpp>

/// Text that a library has made, as a message that is translated.
namespace triptych {

/// The message that says `text` by one of the keys `ids`: what stands at their gaps fills them. Of
/// two that fit the first counts; where none does, the text is said as it is. The keys live as long
/// as the message.
Message said_by_library(std::string_view text, std::span<const char* const> ids);

}  // namespace triptych
