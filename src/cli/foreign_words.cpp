#include "cli/foreign_words.hpp"

#include <array>
#include <cstring>

#include <triptych/foreign_message.hpp>

namespace triptych::cli {
namespace {

/// What CLI11 says, of which `{}` is what it says it about. Of two that fit the first counts.
constexpr std::array of_parser = {
    message_id("A subcommand is required"),
    message_id("The following argument was not expected: {}"),
    message_id("The following arguments were not expected: {}"),
    message_id("Could not convert: {} = {}"),
    message_id("Value {} not in range {} to {}"),
    message_id("Value {} not in range [{} - {}]"),
    message_id("{} required {} missing"),
    message_id("At Most {} required but received {}"),
    message_id("At least {} required but received {}"),
    message_id("too many inputs for a flag"),
    message_id("Should be true/false or a number"),
    message_id("'{}' is none of: {}; did you mean '{}'?"),
    message_id("'{}' is none of: {}"),
    message_id("'{}' can't name files on every system: 1 to 200 bytes, without slashes, colons, "
               "stars, quotes or brackets, and no dot or space at the ends"),
    message_id("'{}' is kept for a device on Windows"),
    message_id("'{}' is no kind of finding; did you mean '{}'?"),
    message_id("'{}' is no kind of finding"),
    message_id("'{}' is not NAME=VALUE"),
    message_id(
        "'{}' is no kind of diagram (mermaid, graphviz, plantuml, d2) with '=' and a command"),
    message_id("'{}' is not saddle, signatures:N (N from 1 to 64) or 2up"),
    message_id("needs pages: name them with --pages, or an --edition"),
    message_id("reports and timings are printed as text or json only"),
    message_id("{} requires {}"),
    message_id("{} excludes {}"),
    message_id("{} is required"),
};

/// Help that CLI11 gives of itself.
[[maybe_unused]] constexpr std::array of_help = {
    message_id("Print this help message and exit"),
    message_id("Display program version information and exit"),
};

/// strerror(3), as far as files and folders can fail.
[[maybe_unused]] constexpr std::array of_system = {
    message_id("Operation not permitted"),
    message_id("No such file or directory"),
    message_id("Input/output error"),
    message_id("Permission denied"),
    message_id("Device or resource busy"),
    message_id("File exists"),
    message_id("Not a directory"),
    message_id("Is a directory"),
    message_id("Too many open files"),
    message_id("File too large"),
    message_id("No space left on device"),
    message_id("Read-only file system"),
    message_id("Too many links"),
    message_id("File name too long"),
    message_id("Directory not empty"),
    message_id("Disk quota exceeded"),
    message_id("Cannot allocate memory"),
    message_id("Invalid argument"),
    message_id("Too many levels of symbolic links"),
    message_id("Text file busy"),
    message_id("No such device or address"),
    message_id("No such device"),
    message_id("Bad file descriptor"),
    message_id("Stale file handle"),
    message_id("Operation not supported"),
    message_id("Resource temporarily unavailable"),
};

}  // namespace

Message said_by_parser(std::string_view text) {
    // "--to: 'x' is none of …"
    const std::size_t colon = text.find(": ");
    const bool named = colon != text.npos && text.substr(0, colon).find(' ') == text.npos;
    if (!named) return said_by_library(text, of_parser);
    // It names types of C++.
    if (text.substr(colon).starts_with(": 1 required ") && text.ends_with(" missing"))
        return say("{}: the value is missing", text.substr(0, colon));
    return say("{}: {}", text.substr(0, colon), said_by_library(text.substr(colon + 2), of_parser));
}

Message said_by_system(int error) { return say_known(std::strerror(error)); }

}  // namespace triptych::cli
