#pragma once

#include <string>
#include <string_view>

#include <triptych/diagnostics.hpp>

#include "image/store.hpp"

/// What is said of a picture that can't be decoded: the same words whatever output wants it, so
/// that it is said once. Where the book shows it is found by the words in front.
namespace triptych::image {

/// How every finding about a picture begins that does not know where the book shows it.
inline std::string message_about(std::string_view path) {
    return "picture '" + std::string(path) + "'";
}
/// `reason` may be empty.
inline Message unreadable_message(std::string_view path, const Message& reason) {
    if (reason.empty()) return say("picture '{}' can't be read; its place stays empty", path);
    return say("picture '{}' can't be shown, its place stays empty: {}", path, reason);
}

inline void report_unreadable(const Store& images, MediaId media, Diagnostics& diagnostics) {
    const Fault fault = images.fault(media);
    diagnostics.report(Kind::unreadable_image, {},
                       unreadable_message(images.path(media), fault.reason), fault.hint);
}

}  // namespace triptych::image
